import type { Tx } from '#libs/platform/database';
import { assignmentEnded } from '../model/evaluation.facts.js';

export interface EndedAssignments {
  competitionId: string;
  personId: string;
  /** Null = all of this person. */
  applicationIds: string[] | null;
  reason: 'conflict' | 'membership-ended' | 'term-ended' | 'expert-replaced';
}

/** Takes unsigned work from a person at once; what is signed stays (rule 42). */
export async function endAssignments(tx: Tx, ended: EndedAssignments): Promise<void> {
  const rows = await tx.rows<{ id: string; applicationId: string }>(
    `update evaluation.assignment a set ended_at = $4, end_reason = $5
      where a.competition_id = $1 and a.person_id = $2 and a.ended_at is null
        and ($3::uuid[] is null or a.application_id = any($3))
        and not exists (select from evaluation.score_sheet s where s.assignment_id = a.id and s.state = 'signed')
      returning a.id, a.application_id as "applicationId"`,
    [ended.competitionId, ended.personId, ended.applicationIds, tx.now, ended.reason],
  );
  for (const { id, applicationId } of rows)
    tx.record(assignmentEnded, {
      subjectId: id,
      scopeId: ended.competitionId,
      particulars: { applicationId, personId: ended.personId, reason: ended.reason },
    });
}
