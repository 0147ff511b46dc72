import type { CompetitionRow } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import type { RatedProposal } from '../model/allocation.js';
import type { Candidate, Scenario } from '../model/scenario/scenario.js';

/** The way that the award session votes on; null = strictly down the rating. */
export async function chosenWay(reader: Reader, competitionId: string): Promise<Scenario | null> {
  const row = await reader.one<{ way: Scenario['way']; groupKop: string | null }>(
    'select way, group_kop as "groupKop" from awards.chosen_way where competition_id = $1',
    [competitionId],
  );
  return row ? { way: row.way, groupKop: row.groupKop === null ? null : toSafeInteger(row.groupKop) } : null;
}

/** The rating with the priority and the settlement of each proposal. */
export async function candidatesOf(
  reader: Reader,
  { id }: Pick<CompetitionRow, 'id'>,
  rated: readonly RatedProposal[],
): Promise<Candidate[]> {
  const rows = await reader.rows<{ applicationId: string; priorityId: string | null }>(
    `select id as "applicationId", priority_id as "priorityId" from applications.v_application
      where competition_id = $1 and state = 'admitted'`,
    [id],
  );
  const priorities = new Map(rows.map(({ applicationId, priorityId }) => [applicationId, priorityId ?? '']));
  return rated.map(({ applicationId, place, requestedKop, score, settlement }) => ({
    ...{ applicationId, place, requestedKop, district: settlement },
    pointsHundredths: score.denominator === 0 ? 0 : Math.round((score.numerator * 100) / score.denominator),
    priority: priorities.get(applicationId) ?? '',
  }));
}
