import { Lifecycle, type Guard } from '#libs/platform/lifecycle';

const AWARD_STATES = ['offered', 'stands', 'refused', 'revoked'] as const;
export type AwardState = (typeof AWARD_STATES)[number];
export type AwardAction = 'consent' | 'decline' | 'lapse' | 'refuse' | AwardChange;
/** What an order of change does to an award. */
export type AwardChange = 'revoke' | 'offer-anew' | 'give-anew';

/** What the guards look at; an action gives what its guards need. */
export interface AwardSubject {
  /** The first instant after the term of an offer; null while nobody was told. */
  endsAt?: Date | null;
  now?: Date;
  /** Why the money cannot be freed any more: the code of a reason. */
  heldBy?: string | null;
}

const inTerm: Guard<AwardSubject> = ({ endsAt, now }) => (endsAt && now! >= endsAt ? 'awards.offer-over' : null);
const afterTerm: Guard<AwardSubject> = ({ endsAt, now }) => (endsAt && now! >= endsAt ? null : 'awards.offer-runs');
const isFree: Guard<AwardSubject> = ({ heldBy }) => heldBy ?? null;

/** rules 49, 50: less than the request stands with consent; whoever refuses frees the money. */
export const awardLifecycle = new Lifecycle<AwardState, AwardAction, AwardSubject>('awards', AWARD_STATES, [
  { action: 'consent', from: ['offered'], to: 'stands', who: ['applicant', 'officer'], guards: [inTerm] },
  { action: 'decline', from: ['offered'], to: 'refused', who: ['applicant', 'officer'] },
  { action: 'lapse', from: ['offered'], to: 'refused', who: ['system'], guards: [afterTerm] },
  { action: 'refuse', from: ['stands'], to: 'refused', who: ['applicant', 'officer'], guards: [isFree] },
  // Minutes have changed the rating, and an order makes the awards follow it.
  { action: 'revoke', from: ['offered', 'stands'], to: 'revoked', who: ['director'], guards: [isFree] },
  { action: 'offer-anew', from: ['offered', 'stands'], to: 'offered', who: ['director'], guards: [isFree] },
  { action: 'give-anew', from: ['offered', 'stands'], to: 'stands', who: ['director'], guards: [isFree] },
]);
