import { toSafeInteger } from '#libs/platform/money';
import type { AwardState } from './award.lifecycle.js';

/** The sum given to one proposal, with what must be known to act on it. */
export interface AwardRow {
  id: string;
  competitionId: string;
  applicationId: string;
  state: AwardState;
  amountKop: number;
  /** What a partial award is less than: the request, cut to the cap; null = all that was asked. */
  askedKop: number | null;
  /** Working days of the consent to a partial award. */
  consentDays: number | null;
  warnedAt: Date | null;
}

export const AWARD_COLUMNS = `
  w.id, w.competition_id as "competitionId", w.application_id as "applicationId", w.state, w.amount_kop as "amountKop",
  w.asked_kop as "askedKop", w.consent_days as "consentDays", w.warned_at as "warnedAt"`;

type StoredAward = Omit<AwardRow, 'amountKop' | 'askedKop'> & { amountKop: string; askedKop: string | null };

export const awardRow = ({ amountKop, askedKop, ...row }: StoredAward): AwardRow => ({
  ...row,
  amountKop: toSafeInteger(amountKop),
  askedKop: askedKop === null ? null : toSafeInteger(askedKop),
});
export type { StoredAward };
