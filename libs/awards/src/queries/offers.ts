import { noticeClocks } from '#libs/notifications';
import type { Reader } from '#libs/platform/database';
import { AWARD_COLUMNS, awardRow, type AwardRow, type StoredAward } from '../model/award.js';
import { NOT_TOLD, offerTerm, PARTIAL_NOTICE, type OfferTerm } from '../model/offer-term.js';

export type AwardWithTerm = AwardRow & { /** Null: nothing waits for consent. */ term: OfferTerm | null };

/** More at once than any authority has offered. */
const OFFERS_MAX = 500;

/** The award of a proposal with the term of its consent as it runs now. */
export async function awardOf(reader: Reader, applicationId: string, lock = ''): Promise<AwardWithTerm | null> {
  const rows = await reader.rows<StoredAward>(
    `select ${AWARD_COLUMNS} from awards.award w where w.application_id = $1 ${lock}`,
    [applicationId],
  );
  return (await withTerms(reader, rows))[0] ?? null;
}

/** Every partial award that waits for consent. */
export async function openOffers(reader: Reader, lock = ''): Promise<AwardWithTerm[]> {
  const rows = await reader.rows<StoredAward>(
    `select ${AWARD_COLUMNS} from awards.award w where w.state = 'offered' order by w.id limit ${OFFERS_MAX} ${lock}`,
    [],
  );
  return withTerms(reader, rows);
}

export async function withTerms(reader: Reader, rows: readonly StoredAward[]): Promise<AwardWithTerm[]> {
  const awards = rows.map(awardRow);
  const offered = awards.filter(({ state }) => state === 'offered').map(({ applicationId }) => applicationId);
  const clocks = offered.length === 0 ? [] : await noticeClocks(reader, offered, [PARTIAL_NOTICE]);
  const startOf = new Map(clocks.map(({ aboutId, start }) => [aboutId, start]));
  return awards.map((award) => ({
    ...award,
    term:
      award.state === 'offered' ? offerTerm(award.consentDays!, startOf.get(award.applicationId) ?? NOT_TOLD) : null,
  }));
}
