import { clockSentence } from '#libs/notifications';
import type { Lang } from '#libs/platform/access';
import { longDate } from '#libs/platform/clock';
import type { OfferTerm } from '../model/offer-term.js';

/** Until when an offer may be agreed to, and since when the term runs or why it does not; nothing where nothing is offered. */
export const termInWords = (term: OfferTerm | null, lang: Lang): { until: string | null; clock: string | null } => ({
  until: term?.due ? longDate(term.due.dueOn, lang) : null,
  clock: term && clockSentence(term.start, lang),
});
