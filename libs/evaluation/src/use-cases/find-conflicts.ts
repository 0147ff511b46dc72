import type { Tx } from '#libs/platform/database';
import { conflictsFound } from '../model/evaluation.facts.js';

/**
 * Looks in data for signs of a conflict (rule 35) and raises each new one as a question. What was asked once is not asked
 * again, whatever was decided. Null = about everybody.
 */
export async function findConflicts(tx: Tx, competitionId: string, personId: string | null = null): Promise<void> {
  const found = await tx.rows<{ applicationId: string; personId: string; sign: string }>(
    `insert into evaluation.conflict_question (id, competition_id, application_id, person_id, source, sign, detail, raised_at)
     select gen_random_uuid(), s.competition_id, s.application_id, s.person_id, 'data', s.sign, s.detail, $2
       from evaluation.v_conflict_sign s
      where s.competition_id = $1 and ($3::uuid is null or s.person_id = $3)
        and not exists (select from evaluation.conflict_declaration d
                         where d.application_id = s.application_id and d.person_id = s.person_id and d.kind <> 'none')
     on conflict (application_id, person_id, sign, detail) where source = 'data' do nothing
     returning application_id as "applicationId", person_id as "personId", sign`,
    [competitionId, tx.now, personId],
  );
  if (found.length === 0) return;
  const signs = found.map((one) => [one.applicationId, one.personId, one.sign]).sort();
  tx.record(conflictsFound, { subjectId: competitionId, scopeId: competitionId, particulars: { signs } });
}
