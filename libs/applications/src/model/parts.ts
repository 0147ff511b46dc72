import type { ProposalForm } from '#libs/competitions';

/** A page of the form. Sections of questions are `answers/<key>`. */
export type Part = 'about' | 'activities' | 'budget' | 'indicators' | 'files' | `answers/${string}`;

export const answersPart = (section: string): Part => `answers/${section}`;

/** The pages of a form in its order; a section that asks nothing has none. */
export function partsOf(form: ProposalForm): Part[] {
  const filled = form.sections.filter(({ part, questions }) => questions.length > 0 || (part && part !== 'files'));
  return ['about', ...filled.map(({ key, part }) => part ?? answersPart(key))];
}
