import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork } from '#libs/platform/database';
import { invalidField, NotFound } from '#libs/platform/errors';
import { projectPolicy } from '../access/project.policy.js';
import { refundNoted } from '../model/monitoring.facts.js';
import { lockProject } from './lock-project.js';

export interface RefundPayment {
  amountKop: number;
  paidOn: string;
  documentNumber: string;
}

/** Money has come back; in one piece or in several. */
@Injectable()
export class NoteRefund {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, projectId: string, { amountKop, paidOn, documentNumber }: RefundPayment): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const project = await lockProject(tx, projectId);
      demand(projectPolicy, 'settle', tx.actor, project);
      const refund = await tx.one<{ left: string; orderedOn: string }>(
        `select untargeted_kop + unspent_kop - returned_kop as left, ordered_on::text as "orderedOn"
           from monitoring.refund where project_id = $1`,
        [projectId],
      );
      if (!refund) throw new NotFound();
      if (amountKop > Number(refund.left)) throw invalidField('amount', 'monitoring.more-than-left');
      if (paidOn < refund.orderedOn || paidOn > kyivDay(tx.now)) throw invalidField('paidOn', 'monitoring.refund-day');
      await tx.change('update monitoring.refund set returned_kop = returned_kop + $2 where project_id = $1', [
        ...[projectId, amountKop],
      ]);
      await tx.change(
        `insert into monitoring.refund_payment (project_id, position, amount_kop, paid_on, document_number, noted_by)
         select $1, (select count(*) + 1 from monitoring.refund_payment where project_id = $1), $2, $3, $4, $5`,
        [projectId, amountKop, paidOn, documentNumber, tx.actor.personId],
      );
      const particulars = { amountKop, paidOn, documentNumber };
      tx.record(refundNoted, { subjectId: projectId, scopeId: project.competitionId, particulars });
    });
  }
}
