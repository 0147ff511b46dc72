import { competitionSettings } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { sumsOf } from '../model/budget.js';
import { carryOver } from '../model/carry-over.js';
import { draftOf } from '../queries/draft-proposal.js';
import { applicationById } from './lock-application.js';
import { replaceActivities } from './save-activities.js';
import { replaceLines } from './save-budget.js';
import { replaceIndicators } from './save-indicators.js';

/**
 * Fills a new draft from an earlier proposal of the same organisation, whatever became of that one, and notes what had
 * no place. @throws NotFound for a proposal of somebody else
 */
export async function carryProposal(tx: Tx, id: string, earlierId: string): Promise<void> {
  const [application, earlier] = [await applicationById(tx, id), await applicationById(tx, earlierId)];
  if (earlier.organisationId !== application.organisationId) throw new NotFound();
  const from = await competitionSettings(tx, earlier.competitionId);
  const to = await competitionSettings(tx, application.competitionId);
  const { draft, notCarried } = carryOver(await draftOf(tx, earlier), from, to);
  const { requestedKop, ownKop, otherKop, totalKop } = sumsOf(draft.lines);
  await replaceActivities(tx, id, draft.activities);
  await replaceLines(tx, id, draft.lines);
  await replaceIndicators(tx, id, draft.indicators);
  await tx.change(
    `update applications.application
        set title = $2, priority_id = $3, reach = $4, answers = $5, requested_kop = $6, own_kop = $7, other_kop = $8,
            total_kop = $9, not_carried = $10
      where id = $1`,
    [
      ...[id, draft.title, draft.priorityId, JSON.stringify(draft.reach), JSON.stringify(draft.answers)],
      ...[requestedKop, ownKop, otherKop, totalKop, JSON.stringify(notCarried)],
    ],
  );
}
