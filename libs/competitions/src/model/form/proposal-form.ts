import type { FileKind } from '#libs/documents';

export type Words = { uk: string; en: string };

export const QUESTION_KINDS = [
  'short',
  'long',
  'number',
  'money',
  'date',
  'choice',
  'choices',
  'yes-no',
  'table',
  'file',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const COLUMN_KINDS = ['short', 'number', 'money', 'date'] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** Pages that every proposal has (rules 21, 25, 26); the officer only places them. Files hold the questions of kind `file`. */
export const FIXED_PARTS = ['activities', 'budget', 'indicators', 'files'] as const;
export type FixedPart = (typeof FIXED_PARTS)[number];

export interface Option {
  value: string;
  title: Words;
}

export interface Column {
  key: string;
  title: Words;
  kind: ColumnKind;
}

/** The question is asked only when an earlier one, of a kind with options, is answered so. */
export interface Condition {
  question: string;
  is: string;
}

/** One question of the proposal. What is absent is no limit. */
export interface Question {
  /** Never used again in this competition: answers are kept by it. */
  key: string;
  kind: QuestionKind;
  title: Words;
  hint: Words;
  goodExample?: Words | null;
  required: boolean;
  /** Key of the criterion that reads the answer. */
  criterion?: string | null;
  condition?: Condition | null;
  /** Texts: characters, words. */
  maxLength?: number | null;
  maxWords?: number | null;
  /** Numbers as they are, money in kopecks. */
  min?: number | null;
  max?: number | null;
  options?: Option[];
  columns?: Column[];
  rowsMin?: number | null;
  rowsMax?: number | null;
  formats?: FileKind[];
  maxMb?: number | null;
}

export interface FormSection {
  key: string;
  title: Words;
  part?: FixedPart;
  questions: Question[];
}

/** The questions an applicant answers; approved by an order and frozen with the competition (rules 1, 20). */
export interface ProposalForm {
  /** Number of the last key that was given out. */
  lastKey?: number;
  sections: FormSection[];
}

export const FORM_LIMITS = Object.freeze({
  sections: 20,
  questions: 100,
  options: 30,
  columns: 8,
  rows: 50,
  title: 300,
  hint: 1_000,
  example: 2_000,
  option: 200,
  answer: 20_000,
  words: 3_000,
  fileMb: 50,
});

export const UNLIMITED_SHORT = 300;

/** In the language of the reader; where nothing was translated, in Ukrainian. */
export const inLang = (words: Words | null | undefined, lang: 'uk' | 'en'): string => words?.[lang] || words?.uk || '';

export const questionsOf = (form: ProposalForm): Question[] => form.sections.flatMap(({ questions }) => questions);

export const questionOf = (form: ProposalForm, key: string): Question | undefined =>
  questionsOf(form).find((question) => question.key === key);

export const sectionOf = (form: ProposalForm, key: string): FormSection | undefined =>
  form.sections.find((section) => section.key === key);

/** The answers a condition can ask about; empty for kinds without options. */
export function choicesOf({ kind, options }: Question): string[] {
  if (kind === 'yes-no') return ['yes', 'no'];
  return kind === 'choice' || kind === 'choices' ? (options ?? []).map(({ value }) => value) : [];
}
