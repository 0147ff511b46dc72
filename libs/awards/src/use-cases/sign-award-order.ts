import { Injectable } from '@nestjs/common';
import { renderPdf, StoreDocument } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden } from '#libs/platform/errors';
import { AdvanceCompetition, lockCompetition, type CompetitionRow } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { awardPolicy } from '../access/award.policy.js';
import { awarded, orderSigned } from '../model/award.facts.js';
import { orderPaper, type OrderContent, type Signer } from '../model/order-paper.js';
import { findOrder } from '../queries/find-order.js';
import { orderContent } from '../queries/order-content.js';
import { ReleaseResults } from './release-results.js';

/** For a director whose position was not written down. */
const DIRECTOR = 'Керівник';

interface NewOrder {
  id: string;
  number: string;
  signer: Signer;
  documentId: string;
}

/**
 * The director's order ends the competition: order, awards, public results and letters to everybody, all at the same
 * instant. Two directors at once: the competition is locked, and one of them finds the other's order.
 */
@Injectable()
export class SignAwardOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly advance: AdvanceCompetition,
    private readonly documents: StoreDocument,
    private readonly release: ReleaseResults,
  ) {}

  execute(ctx: Context, competitionId: string, number: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(awardPolicy, 'order', tx.actor, competition);
      const earlier = await findOrder(tx, competitionId);
      if (earlier) throw new Conflict('awards.order-exists', { number: earlier.number });
      // Refuses while the commission has not decided on every proposal.
      await this.advance.within(tx, competitionId, 'decide');
      const signer = await signerOf(tx, competition);
      const content = await orderContent(tx, competition, { number, signer, signedAt: tx.now });
      const order = { id: newId(), number, signer, documentId: '' };
      order.documentId = await this.makePaper(tx, order.id, content);
      await insertOrder(tx, competitionId, order);
      await this.award(tx, competitionId, order.id, content);
      tx.record(orderSigned, {
        subjectId: order.id,
        scopeId: competitionId,
        particulars: { number, documentId: order.documentId, awardedKop: content.awardedKop },
      });
      await this.release.within(tx, competition);
    });
  }

  private async makePaper(tx: Tx, orderId: string, content: OrderContent): Promise<string> {
    const paper = await this.documents.within(tx, {
      ownerKind: 'award-order',
      ownerId: orderId,
      name: `Наказ № ${content.number.replaceAll('/', '-')}.pdf`,
      content: await renderPdf(orderPaper(content)),
      isOurs: true,
    });
    return paper.id;
  }

  private async award(tx: Tx, competitionId: string, orderId: string, { funded }: OrderContent): Promise<void> {
    await tx.change(
      `insert into awards.award (id, competition_id, application_id, order_id, amount_kop)
       select award.id, $1, award.application_id, $2, award.amount_kop
         from unnest($3::uuid[], $4::uuid[], $5::bigint[]) as award (id, application_id, amount_kop)`,
      [
        competitionId,
        orderId,
        funded.map(() => newId()),
        funded.map((row) => row.applicationId),
        funded.map((row) => row.adopted!.amountKop),
      ],
    );
    for (const { applicationId, place, adopted } of funded)
      tx.record(awarded, {
        subjectId: applicationId,
        scopeId: competitionId,
        particulars: { place, amountKop: adopted!.amountKop },
      });
  }
}

/** Name and position of the director as they stand this day, «в. о.» included. */
async function signerOf(tx: Tx, { organiserId }: CompetitionRow): Promise<Signer> {
  const directors = await peopleWithRole(tx, organiserId, ['director']);
  const director = directors.find(({ personId }) => personId === tx.actor.personId);
  if (!director) throw new Forbidden('awards.director-only');
  return { name: director.signingName, position: director.position || DIRECTOR };
}

async function insertOrder(tx: Tx, competitionId: string, order: NewOrder): Promise<void> {
  await tx.change(
    `insert into awards.award_order
       (id, competition_id, number, signed_on, signed_at, signed_by, signer_name, signer_position, document_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      order.id,
      competitionId,
      order.number,
      kyivDay(tx.now),
      tx.now,
      tx.actor.personId,
      order.signer.name,
      order.signer.position,
      order.documentId,
    ],
  );
}
