import { competitionById, lockCompetition, type CompetitionRow } from '#libs/competitions';
import { demand, type Actor } from '#libs/platform/access';
import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { inquiryPolicy } from '../access/inquiry.policy.js';
import type { InquiryRow } from '../model/inquiry.js';

const SELECT = `
  select id, competition_id as "competitionId", state, channel, asked_at as "askedAt", words, asker_id as "askerId", email,
         language, number, wording, answer, refusal_reason as "refusalReason", closed_at as "closedAt"
    from announcements.inquiry where id = $1`;

export interface InquiryOfCompetition {
  inquiry: InquiryRow;
  competition: CompetitionRow;
}

/** @throws NotFound for whoever may not see it */
export async function inquiryFor(reader: Reader, actor: Actor, id: string): Promise<InquiryOfCompetition> {
  const inquiry = await inquiryById(reader, id);
  const competition = await competitionById(reader, inquiry.competitionId);
  demand(inquiryPolicy, 'see', actor, competition);
  return { inquiry, competition };
}

/** Locks the competition and then the question, so that answers are numbered one after another. */
export async function lockInquiry(
  tx: Tx,
  action: 'answer' | 'refuse',
  competitionId: string,
  id: string,
): Promise<InquiryOfCompetition> {
  const competition = await lockCompetition(tx, competitionId);
  demand(inquiryPolicy, action, tx.actor, competition);
  const inquiry = await tx.one<InquiryRow>(`${SELECT} and competition_id = $2 for update`, [id, competitionId]);
  if (!inquiry) throw new NotFound();
  return { inquiry, competition };
}

/** @throws NotFound. Who may see it is the caller's policy. */
export async function inquiryById(reader: Reader, id: string): Promise<InquiryRow> {
  const inquiry = await reader.one<InquiryRow>(SELECT, [id]);
  if (!inquiry) throw new NotFound();
  return inquiry;
}
