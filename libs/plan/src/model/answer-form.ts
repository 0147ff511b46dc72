/** What a body answers with for a measure: a few figures, or rows of consultations or of statutes. */
export const ANSWER_FORMS = ['plain', 'consultations', 'statutes'] as const;
export type AnswerForm = (typeof ANSWER_FORMS)[number];

/** A beginning that the officer may change: told by the words of the measure alone. */
export function formSuggestedBy(title: string): AnswerForm {
  const words = title.toLowerCase();
  if (/статут/u.test(words)) return 'statutes';
  return /консультац/u.test(words) && /місцевого самоврядування/u.test(words) ? 'consultations' : 'plain';
}

/** How far a community is with its statute, in the order of the way. */
export const STATUTE_STATES = [
  'none',
  'intent',
  'working-group',
  'drafting',
  'consulted',
  'adopted',
  'filed',
  'registered',
  'refused',
  'amending',
] as const;
export type StatuteState = (typeof STATUTE_STATES)[number];
