import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden, InvalidInput } from '#libs/platform/errors';
import { AdvanceCompetition, directorAwards, lockCompetition, type CompetitionRow } from '#libs/competitions';
import { Ports } from '#libs/platform/ports';
import { sessionsOf } from '#libs/sessions';
import { signingDirector } from '#libs/identity';
import { awardPolicy } from '../access/award.policy.js';
import { AWARD } from '../model/agenda.js';
import { isUnfinished } from '../model/award-session.js';
import { lineAdopted, orderSigned } from '../model/award.facts.js';
import { directorLines, type Departure } from '../model/director-lines.js';
import { orderPaper } from '../model/order-paper.js';
import { commissionAdvice } from '../queries/commission-advice.js';
import { findOrder } from '../queries/find-order.js';
import { orderContent } from '../queries/order-content.js';
import { demandOrderFree } from '../queries/order-hold.js';
import { readAllocation } from '../queries/read-allocation.js';
import { KeepOrder } from './keep-order.js';
import { makeAwards } from './make-awards.js';
import { putLines } from './put-lines.js';
import { ReleaseResults } from './release-results.js';

/**
 * The director's order ends the competition: order, awards, public results and letters to everybody, all at the same
 * instant. Two directors at once: the competition is locked, and one of them finds the other's order.
 */
@Injectable()
export class SignAwardOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly advance: AdvanceCompetition,
    private readonly keep: KeepOrder,
    private readonly release: ReleaseResults,
    private readonly ports: Ports,
  ) {}

  /** `departures`: only where the director distributes the money, by proposal. @throws InvalidInput at `note-<id>` */
  execute(
    ctx: Context,
    competitionId: string,
    number: string,
    departures: ReadonlyMap<string, Departure> = new Map(),
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(awardPolicy, 'order', tx.actor, competition);
      const earlier = await findOrder(tx, competitionId);
      if (earlier) throw new Conflict('awards.order-exists', { number: earlier.number });
      await demandOrderFree(tx, this.ports, competitionId, 'all');
      if (directorAwards(competition)) await this.adoptByOrder(tx, competition, departures);
      // Refuses while somebody has not decided on every proposal.
      await this.advance.within(tx, competitionId, 'decide');
      const signer = await signingDirector(tx, competition.organiserId);
      if (!signer) throw new Forbidden('awards.director-only');
      const content = await orderContent(tx, competition, { number, signer, signedAt: tx.now });
      const order = await this.keep.within(tx, competitionId, {
        ...{ number, signer, kind: 'results', paper: orderPaper(content) },
      });
      await makeAwards(tx, competition, order.id, content);
      const offeredKop = content.partial.reduce((sum, { adopted }) => sum + adopted!.amountKop, 0);
      tx.record(orderSigned, {
        subjectId: order.id,
        scopeId: competitionId,
        particulars: { number, documentId: order.documentId, awardedKop: content.awardedKop + offeredKop },
      });
      await this.release.within(tx, competition);
    });
  }

  /** The rating becomes the allocation by the order itself, within the same limits as by minutes (rule 48). */
  private async adoptByOrder(
    tx: Tx,
    competition: CompetitionRow,
    departures: ReadonlyMap<string, Departure>,
  ): Promise<void> {
    const sessions = await sessionsOf(tx, competition.id, AWARD);
    if (sessions.some(isUnfinished)) throw new Conflict('awards.advice-awaited');
    const { byProposal } = await commissionAdvice(tx, competition.id);
    const { rows } = await readAllocation(tx, competition);
    const { lines, problems } = directorLines(rows, byProposal, departures);
    if (problems.length > 0) throw new InvalidInput(problems);
    await putLines(
      tx,
      competition,
      lines.map((line) => ({ ...line, itemId: null })),
    );
    for (const { applicationId, ...particulars } of lines)
      tx.record(lineAdopted, { subjectId: applicationId, scopeId: competition.id, particulars });
  }
}
