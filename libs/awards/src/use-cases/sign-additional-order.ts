import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { signingDirector } from '#libs/identity';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden } from '#libs/platform/errors';
import { Ports } from '#libs/platform/ports';
import { awardPolicy } from '../access/award.policy.js';
import { orderSigned } from '../model/award.facts.js';
import { additionalOrderPaper } from '../model/order-paper.js';
import { additionalContent } from '../queries/order-content.js';
import { demandOrderFree } from '../queries/order-hold.js';
import { nextState, type NextState } from '../queries/next-state.js';
import { putNextLines } from './adopt-next.js';
import { KeepOrder } from './keep-order.js';
import { makeAwards } from './make-awards.js';
import { ReleaseResults } from './release-results.js';

/**
 * rule 50: the additional order gives freed money to the next in the rating; award, public page and letters at the same
 * instant. Where the director distributes the money, it is he who decides on the next one; else the minutes have.
 */
@Injectable()
export class SignAdditionalOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly keep: KeepOrder,
    private readonly release: ReleaseResults,
    private readonly ports: Ports,
  ) {}

  execute(ctx: Context, competitionId: string, number: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(awardPolicy, 'order', tx.actor, competition);
      const signer = await signingDirector(tx, competition.organiserId);
      if (!signer) throw new Forbidden('awards.director-only');
      const next = await nextState(tx, competition);
      const given = toGive(next);
      await demandOrderFree(tx, this.ports, competitionId, [...given.keys()]);
      const content = await additionalContent(tx, competition, next, given, { number, signer, signedAt: tx.now });
      const order = await this.keep.within(tx, competitionId, {
        ...{ number, signer, kind: 'additional', paper: additionalOrderPaper(content) },
      });
      await putIntoEffect(tx, competition, order.id, next, given);
      await makeAwards(tx, competition, order.id, content);
      tx.record(orderSigned, {
        subjectId: order.id,
        scopeId: competitionId,
        particulars: { number, documentId: order.documentId, kind: 'additional', awards: given.size },
      });
      await this.release.within(tx, competition, [...given.keys()]);
    });
  }
}

/** Proposal → sum. @throws Conflict when there is nothing to order */
function toGive({ adopted, isByDirector, lines, reason }: NextState): ReadonlyMap<string, number> {
  if (adopted.length > 0) return new Map(adopted.map(({ applicationId, amountKop }) => [applicationId, amountKop]));
  if (isByDirector && reason === null)
    return new Map(lines.map(({ applicationId, amountKop }) => [applicationId, amountKop]));
  throw new Conflict(reason ?? 'awards.next-undecided');
}

async function putIntoEffect(
  tx: Tx,
  competition: CompetitionRow,
  orderId: string,
  next: NextState,
  given: ReadonlyMap<string, number>,
): Promise<void> {
  if (next.adopted.length > 0) {
    await tx.change('update awards.next_line set order_id = $2 where application_id = any($1)', [
      [...given.keys()],
      orderId,
    ]);
    return;
  }
  const lines = next.lines.map(({ applicationId, place, amountKop }) => ({
    ...{ applicationId, place: place!, amountKop, itemId: null },
  }));
  await putNextLines(tx, competition, orderId, lines, { orderId });
}
