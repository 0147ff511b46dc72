import type { CompetitionRow } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import type { Ports } from '#libs/platform/ports';
import { changeLines, type ChangeLine } from '../model/award-change.js';
import type { RatedProposal } from '../model/allocation.js';
import { AwardHolds } from '../ports/award-holds.port.js';
import { RatingChanges, type AdoptedChange } from '../ports/rating-changes.port.js';
import { ratedProposals } from './rated-proposals.js';

/** A line with its proposal and what is in its way: the code of a reason. */
export interface StandingLine extends ChangeLine {
  proposal: RatedProposal;
  heldBy: string | null;
}

/** Awards that no longer follow the adopted rating. */
export interface ChangeState {
  change: AdoptedChange;
  lines: StandingLine[];
  rows: RatedProposal[];
  /** Null when the order can be signed; else the code of the reason why not. */
  reason: string | null;
}

/** The first adopted change of the rating that no order has put into effect; null when awards follow the rating. */
export async function changeState(
  reader: Reader,
  ports: Ports,
  { id, state }: Pick<CompetitionRow, 'id' | 'state'>,
): Promise<ChangeState | null> {
  if (state !== 'decided') return null;
  const [change] = await unfollowed(reader, ports, id);
  if (!change) return null;
  const rows = await ratedProposals(reader, id);
  const changed = changeLines(change.rows, rows);
  const lines: StandingLine[] = [];
  for (const line of changed) {
    const proposal = rows.find(({ applicationId }) => applicationId === line.applicationId)!;
    const heldBy = line.beforeKop > 0 ? await holdOf(reader, ports, proposal.award!.id, line) : null;
    lines.push({ ...line, proposal, heldBy });
  }
  const reason = lines.find(({ heldBy }) => heldBy !== null)?.heldBy ?? null;
  return { change, lines, rows, reason };
}

/** Adopted changes without an order. */
export async function unfollowed(reader: Reader, ports: Ports, competitionId: string): Promise<AdoptedChange[]> {
  const adopted: AdoptedChange[] = [];
  for (const port of ports.all(RatingChanges)) adopted.push(...(await port.adopted(reader, competitionId)));
  if (adopted.length === 0) return [];
  const followed = await reader.rows<{ id: string }>(
    'select source_id as id from awards.followed_change where competition_id = $1',
    [competitionId],
  );
  return adopted.filter(({ sourceId }) => !followed.some(({ id }) => id === sourceId));
}

async function holdOf(reader: Reader, ports: Ports, awardId: string, { afterKop }: ChangeLine): Promise<string | null> {
  for (const port of ports.all(AwardHolds)) {
    const code = await port.heldBy(reader, awardId);
    if (code) return code;
  }
  // A consent with its budget is given once: another sum after it is no matter of this order.
  const agreed = await reader.one('select from awards.corrected_budget where award_id = $1', [awardId]);
  return agreed && afterKop > 0 ? 'awards.change-of-sum' : null;
}
