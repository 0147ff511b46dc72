import type { CompetitionRow } from '#libs/competitions';
import { longDate } from '#libs/platform/clock';
import { newId, type Tx } from '#libs/platform/database';
import { Conflict, TooMany } from '#libs/platform/errors';
import { askingRefusal, lastDayForAsking } from '../model/asking.js';
import { inquiryAsked } from '../model/announcements.facts.js';
import type { InquiryChannel } from '../model/inquiry.js';
import { LIMITS } from '../model/limits.js';

export interface NewInquiry {
  words: string;
  channel: InquiryChannel;
  askerId: string | null;
  email: string | null;
}

/** Keeps a question, however it came. @throws Conflict when asking is over, TooMany when too many wait */
export async function takeInquiry(tx: Tx, competition: CompetitionRow, inquiry: NewInquiry): Promise<string> {
  const refusal = askingRefusal(competition, tx.now);
  const lastOn = lastDayForAsking(competition);
  if (refusal) throw new Conflict(refusal, { last: lastOn && longDate(lastOn, tx.ctx.lang) });
  const asked = await sameWaiting(tx, competition.id, inquiry);
  if (asked) return asked;
  await refuseFlood(tx, competition.id);
  const id = newId();
  const { words, channel, askerId, email } = inquiry;
  const notedBy = channel === 'phone' ? tx.actor.personId : null;
  await tx.change(
    `insert into announcements.inquiry (id, competition_id, channel, asked_at, words, asker_id, email, language, noted_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, competition.id, channel, tx.now, words, askerId, email, tx.ctx.lang, notedBy],
  );
  tx.record(inquiryAsked, { subjectId: id, scopeId: competition.id, particulars: { channel } });
  return id;
}

/** A button pressed twice asks once: the same words from the same person that still wait for an answer. */
async function sameWaiting(
  tx: Tx,
  competitionId: string,
  { words, askerId, email }: NewInquiry,
): Promise<string | null> {
  await tx.one('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`inquiry ${competitionId} ${words}`]);
  const found = await tx.one<{ id: string }>(
    `select id from announcements.inquiry
      where competition_id = $1 and state = 'asked' and words = $2
        and asker_id is not distinct from $3 and email is not distinct from $4 limit 1`,
    [competitionId, words, askerId, email],
  );
  return found?.id ?? null;
}

async function refuseFlood(tx: Tx, competitionId: string): Promise<void> {
  const row = await tx.one<{ count: number }>(
    `select count(*)::int as count from announcements.inquiry where competition_id = $1 and state = 'asked'`,
    [competitionId],
  );
  if (row!.count >= LIMITS.waiting) throw new TooMany('announcements.too-many-waiting');
}
