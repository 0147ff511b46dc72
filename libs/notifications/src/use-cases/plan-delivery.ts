import type { Tx } from '#libs/platform/database';
import { nextGathering } from '../model/daily-letter.js';
import type { Notice } from '../model/notice.js';
import { isObligatory } from '../model/notice-kinds.js';
import { preferenceOf } from '../queries/preference.js';

export interface DeliveryPlan {
  /** A letter at once, a line in the daily letter, or no letter at all. */
  state: 'queued' | 'gathered' | 'kept';
  gatherUntil: Date | null;
}

const AT_ONCE: DeliveryPlan = { state: 'queued', gatherUntil: null };

/** How this notice goes to its addressee: what is obligatory always as a letter, the rest as the person wished. */
export async function planDelivery(tx: Tx, { kind, to, holdsSecret }: Notice): Promise<DeliveryPlan> {
  if (to.personId === null || holdsSecret || isObligatory(kind)) return AT_ONCE;
  const { frequency, dailyHour, muted } = await preferenceOf(tx, to.personId);
  if (frequency === 'cabinet' || muted.includes(kind)) return { state: 'kept', gatherUntil: null };
  return frequency === 'daily' ? { state: 'gathered', gatherUntil: nextGathering(tx.now, dailyHour) } : AT_ONCE;
}
