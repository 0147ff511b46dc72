import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { admissionPolicy } from '../access/admission.policy.js';
import { admissionOrderReturned } from '../model/application.facts.js';
import { preparedOrder } from '../queries/read-admission-orders.js';

/** A prepared order that is not signed: the director gives it back, or the officer takes it back; verdicts open again. */
@Injectable()
export class ReturnAdmissionOrder {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, orderId: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      demand(admissionPolicy, 'return', tx.actor, competition);
      const order = await preparedOrder(tx, competitionId);
      if (order?.id !== orderId) throw new Conflict('applications.admission-order-over');
      await tx.change(
        `update applications.admission_order set state = 'returned', returned_at = $2, return_reason = $3 where id = $1`,
        [orderId, tx.now, reason],
      );
      await tx.change('update applications.application set admission_order_id = null where admission_order_id = $1', [
        orderId,
      ]);
      tx.record(admissionOrderReturned, { subjectId: orderId, scopeId: competitionId, personal: { reason } });
    });
  }
}
