import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { constraintMeans, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { Implements } from '#libs/platform/ports';
import { DecisionHandler, type Decision, type SessionRow } from '#libs/sessions';
import { NEXT_AWARD, proposedLine } from '../model/agenda.js';
import { nextAdopted } from '../model/award.facts.js';
import { potRulesOf } from '../queries/read-allocation.js';

constraintMeans('pk_next_line', '', 'awards.already-decided');
constraintMeans('ck_next_line_amount', '', 'awards.amount-too-large');

export interface NextLine {
  applicationId: string;
  place: number;
  amountKop: number;
  itemId: string | null;
}

/** Signed minutes decide on the next in the rating (rules 50, 52); the money waits in the pot's row for the order. */
@Implements(DecisionHandler)
@Injectable()
export class AdoptNext implements DecisionHandler {
  readonly kind = NEXT_AWARD;

  async apply(tx: Tx, session: SessionRow, decisions: readonly Decision[]): Promise<void> {
    const competition = await lockCompetition(tx, session.scopeId);
    if (competition.state !== 'decided') throw new Conflict('awards.not-decided');
    await putNextLines(tx, competition, null, decisions.flatMap(lineOf), { sessionId: session.id });
  }
}

/** A vote against passes the proposal over, and the one after it is next; without a quorum nothing is decided. */
function lineOf({ item, result }: Decision): NextLine[] {
  if (result === 'no-quorum') return [];
  const { place, amountKop } = proposedLine(item.payload);
  return [
    { applicationId: item.subjectId, place: place!, amountKop: result === 'adopted' ? amountKop : 0, itemId: item.id },
  ];
}

/** Lines and the money they take: the check of the pot is the last word. */
export async function putNextLines(
  tx: Tx,
  competition: CompetitionRow,
  orderId: string | null,
  lines: readonly NextLine[],
  particulars: Record<string, unknown>,
): Promise<void> {
  await tx.change('update awards.pot set awarded_kop = awarded_kop + $2 where competition_id = $1', [
    competition.id,
    lines.reduce((sum, { amountKop }) => sum + amountKop, 0),
  ]);
  const inserted = await tx.change(
    `insert into awards.next_line
       (application_id, competition_id, outcome, place, asked_kop, amount_kop, session_item_id, order_id, adopted_at)
     select a.id, $1, case when l.amount_kop > 0 then 'funded' else 'not-funded' end, l.place,
            least(a.requested_kop, $2::bigint), l.amount_kop, l.item_id, $3, $4
       from unnest($5::uuid[], $6::int[], $7::bigint[], $8::uuid[]) as l (application_id, place, amount_kop, item_id)
       join applications.v_application a on a.id = l.application_id and a.competition_id = $1 and a.state = 'admitted'`,
    [
      ...[competition.id, potRulesOf(competition).capKop, orderId, tx.now],
      lines.map((line) => line.applicationId),
      lines.map((line) => line.place),
      lines.map((line) => line.amountKop),
      lines.map((line) => line.itemId),
    ],
  );
  if (inserted !== lines.length) throw new Error('a line is about no admitted proposal of the competition');
  for (const { applicationId, place, amountKop } of lines)
    tx.record(nextAdopted, {
      subjectId: applicationId,
      scopeId: competition.id,
      particulars: { place, amountKop, ...particulars },
    });
}
