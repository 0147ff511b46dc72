type Words = { uk: string; en: string };

/** One question of the proposal. `maxLength` is in characters. */
export interface Question {
  key: string;
  title: Words;
  hint: Words;
  goodExample?: Words;
  kind: 'short' | 'long' | 'choice';
  maxLength: number;
  required: boolean;
  options?: { value: string; title: Words }[];
}

export interface FormSection {
  key: string;
  title: Words;
  questions: Question[];
}

/** The questions an applicant answers; frozen with the competition (rule 20). */
export interface ProposalForm {
  sections: FormSection[];
}
