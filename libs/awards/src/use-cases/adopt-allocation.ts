import { Injectable } from '@nestjs/common';
import { constraintMeans, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Implements } from '#libs/platform/ports';
import { shareCompetition, type CompetitionRow } from '#libs/competitions';
import { DecisionHandler, type Decision, type SessionRow } from '#libs/sessions';
import { adoptedLine } from '../model/adopted-line.js';
import { AWARD, proposedLine } from '../model/agenda.js';
import type { AdoptedLine } from '../model/allocation.js';
import { lineAdopted } from '../model/award.facts.js';

constraintMeans('ck_pot_not_exceeded', '', 'awards.pot-exceeded');
constraintMeans('pk_allocation_line', '', 'awards.already-decided');
constraintMeans('ck_allocation_amount', '', 'awards.amount-too-large');

interface Line extends AdoptedLine {
  applicationId: string;
  itemId: string;
  place: number | null;
}

/**
 * Signed minutes put the decisions of an award session into effect (rule 52). Money is taken from the pot's row,
 * so that two sessions at once meet at its lock; its check is the last word, and then nothing of the session holds.
 */
@Implements(DecisionHandler)
@Injectable()
export class AdoptAllocation implements DecisionHandler {
  readonly kind = AWARD;

  async apply(tx: Tx, session: SessionRow, decisions: readonly Decision[]): Promise<void> {
    const competition = await shareCompetition(tx, session.scopeId);
    if (competition.state !== 'rated') throw new Conflict('awards.not-rated');
    const lines = decisions.flatMap(lineOf);
    await takeFromPot(
      tx,
      competition,
      lines.reduce((sum, { amountKop }) => sum + amountKop, 0),
    );
    await insertLines(tx, competition, lines);
    for (const { applicationId, place, outcome, amountKop, reason } of lines)
      tx.record(lineAdopted, {
        subjectId: applicationId,
        scopeId: competition.id,
        particulars: { place, outcome, amountKop, reason, sessionId: session.id },
      });
  }
}

function lineOf({ item, result }: Decision): Line[] {
  const proposed = proposedLine(item.payload);
  const line = adoptedLine(proposed, result);
  return line ? [{ ...line, applicationId: item.subjectId, itemId: item.id, place: proposed.place }] : [];
}

/** One row, one lock: whoever comes second adds to what the first took, and the check of the pot decides (rule 48). */
async function takeFromPot(tx: Tx, { id, potKop }: CompetitionRow, amountKop: number): Promise<void> {
  await tx.change(
    'insert into awards.pot (competition_id, pot_kop) values ($1, $2) on conflict (competition_id) do nothing',
    [id, potKop],
  );
  await tx.change('update awards.pot set awarded_kop = awarded_kop + $2 where competition_id = $1', [id, amountKop]);
}

async function insertLines(tx: Tx, { id, potKop, capKop }: CompetitionRow, lines: readonly Line[]): Promise<void> {
  const inserted = await tx.change(
    `insert into awards.allocation_line
       (competition_id, application_id, outcome, place, requested_kop, cap_kop, amount_kop, reason, session_item_id,
        adopted_at)
     select a.competition_id, a.id, l.outcome, l.place, a.requested_kop, $2, l.amount_kop, l.reason, l.item_id, $3
       from unnest($4::uuid[], $5::text[], $6::int[], $7::bigint[], $8::text[], $9::uuid[])
              as l (application_id, outcome, place, amount_kop, reason, item_id)
       join applications.v_application a on a.id = l.application_id and a.competition_id = $1 and a.state = 'admitted'`,
    [
      id,
      capKop ?? potKop,
      tx.now,
      lines.map((line) => line.applicationId),
      lines.map((line) => line.outcome),
      lines.map((line) => line.place),
      lines.map((line) => line.amountKop),
      lines.map((line) => line.reason),
      lines.map((line) => line.itemId),
    ],
  );
  if (inserted !== lines.length)
    throw new Error('an item of the agenda is not an admitted proposal of the competition');
}
