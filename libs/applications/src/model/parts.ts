import type { ProposalForm } from '#libs/competitions';

/** A page of the form. Sections of questions are `answers/<key>`. */
export type Part = 'about' | 'activities' | 'budget' | 'indicators' | 'files' | `answers/${string}`;

export const answersPart = (section: string): Part => `answers/${section}`;

/** The pages of a form in the order in which a proposal is thought of. */
export function partsOf(form: ProposalForm): Part[] {
  return ['about', ...form.sections.map(({ key }) => answersPart(key)), 'activities', 'budget', 'indicators', 'files'];
}
