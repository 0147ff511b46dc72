import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { renderPdf, StoreDocument } from '#libs/documents';
import { signingDirector, type Signer } from '#libs/identity';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden, NotFound } from '#libs/platform/errors';
import { admissionPolicy } from '../access/admission.policy.js';
import type { AdmissionOrder, OrderedProposal } from '../model/admission-order.js';
import { admissionOrderPaper } from '../model/admission-order-paper.js';
import { admissionOrderSigned } from '../model/application.facts.js';
import { preparedOrder, proposalsOfOrder } from '../queries/read-admission-orders.js';
import { PutAdmissionIntoEffect } from './put-admission-into-effect.js';

/** The director signs what an officer has prepared: proposals are admitted and refused, and every applicant is told. */
@Injectable()
export class SignAdmissionOrder {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly documents: StoreDocument,
    private readonly effect: PutAdmissionIntoEffect,
  ) {}

  execute(ctx: Context, competitionId: string, orderId: string, number: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(admissionPolicy, 'sign', tx.actor, competition);
      const order = await preparedOrder(tx, competitionId);
      if (order?.id !== orderId) throw order ? new NotFound() : new Conflict('applications.admission-order-over');
      const signer = await signingDirector(tx, competition.organiserId);
      if (!signer) throw new Forbidden('applications.admission-director-only');
      await refuseOwnWork(tx, order);
      const proposals = await proposalsOfOrder(tx, orderId);
      const documentId = await this.makePaper(tx, competition, order, { number, signer, proposals });
      const signedOn = kyivDay(tx.now);
      await tx.change(
        `update applications.admission_order
            set state = 'signed', number = $2, signed_on = $3, signed_at = $4, signed_by = $5, signer_name = $6,
                signer_position = $7, document_id = $8 where id = $1`,
        [orderId, number, signedOn, tx.now, tx.actor.personId, signer.name, signer.position, documentId],
      );
      tx.record(admissionOrderSigned, {
        subjectId: orderId,
        scopeId: competitionId,
        particulars: { number, signedOn, documentId },
      });
      await this.effect.within(tx, competition, proposals, { orderId, number, signedOn, documentId });
    });
  }

  private async makePaper(
    tx: Tx,
    { organiserId, title, ruleSet }: CompetitionRow,
    { id, preparedByName }: AdmissionOrder,
    signing: { number: string; signer: Signer; proposals: OrderedProposal[] },
  ): Promise<string> {
    const organiser = await tx.one<{ name: string; city: string }>(
      'select name, city from identity.v_organiser where id = $1',
      [organiserId],
    );
    const content = await renderPdf(
      admissionOrderPaper({
        ...{ ...signing, signedAt: tx.now, organiser: organiser!, competitionTitle: title, preparedByName },
        ruleSet: { title: ruleSet!.title.uk, act: ruleSet!.act },
      }),
    );
    const name = `Наказ № ${signing.number.replaceAll('/', '-')}.pdf`;
    const paper = await this.documents.within(tx, { ownerKind: 'admission-order', ownerId: id, name, content });
    return paper.id;
  }
}

/** Two people: who prepared the order or a verdict in it does not sign it. */
async function refuseOwnWork(tx: Tx, { id, preparedBy }: AdmissionOrder): Promise<void> {
  const own = await tx.one(
    `select 1 from applications.application a join applications.admission_draft d on d.application_id = a.id
      where a.admission_order_id = $1 and d.prepared_by = $2 limit 1`,
    [id, tx.actor.personId],
  );
  if (own || preparedBy === tx.actor.personId) throw new Forbidden('applications.admission-own-order');
}
