import type { Reader } from '#libs/platform/database';
import type { Answer } from '../model/answer.js';

const ANSWERS = `
  select w.complaint_id as "complaintId", w.outcome, w.words, w.correction, w.effect, w.prepared_by as "preparedBy",
         p.full_name as "preparedByName", w.prepared_at as "preparedAt", w.remarks, w.number,
         s.full_name as "signedByName", w.signed_at as "signedAt", w.session_id as "sessionId",
         n.number as "sessionNumber", n.state as "sessionState", w.carried_at as "carriedAt", w.is_adopted as "isAdopted"
    from complaints.answer w
    join identity.v_person p on p.id = w.prepared_by
    left join identity.v_person s on s.id = w.signed_by
    left join sessions.v_session n on n.id = w.session_id`;

export const answerOf = async (reader: Reader, complaintId: string): Promise<Answer | null> =>
  (await reader.one<Answer>(`${ANSWERS} where w.complaint_id = $1`, [complaintId])) ?? null;

/** Signed ones of these complaints, by the complaint. */
export async function signedAnswers(reader: Reader, complaintIds: readonly string[]): Promise<Map<string, Answer>> {
  const rows = await reader.rows<Answer & { complaintId: string }>(
    `${ANSWERS} where w.complaint_id = any($1) and w.signed_at is not null`,
    [complaintIds],
  );
  return new Map(rows.map((row) => [row.complaintId, row]));
}
