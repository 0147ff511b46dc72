import { Injectable } from '@nestjs/common';
import { departmentAdmits } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { admissionOrderPrepared } from '../model/application.facts.js';
import { heldBy } from '../model/held-verdict.js';
import { admissionProposals, type AdmissionProposal } from '../queries/admission-proposals.js';
import { preparedOrder } from '../queries/read-admission-orders.js';
import { lockForAdmission } from './lock-admission.js';

/**
 * Where the conditions say that the authority admits: the officer hands over to the director every prepared verdict
 * that is not left to the commission. From here on the verdicts stand still.
 */
@Injectable()
export class PrepareAdmissionOrder {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockForAdmission(tx, competitionId);
      if (!departmentAdmits(competition)) throw new Conflict('applications.admission-by-commission');
      if (await preparedOrder(tx, competitionId)) throw new Conflict('applications.admission-with-director');
      const proposals = toOrder(await admissionProposals(tx, competition));
      const id = newId();
      await tx.change(
        `insert into applications.admission_order (id, competition_id, prepared_by, prepared_at) values ($1, $2, $3, $4)`,
        [id, competitionId, tx.actor.personId, tx.now],
      );
      await tx.change('update applications.application set admission_order_id = $2 where id = any($1)', [
        proposals.map((one) => one.id),
        id,
      ]);
      tx.record(admissionOrderPrepared, {
        subjectId: id,
        scopeId: competitionId,
        particulars: { verdicts: proposals.map(({ id: applicationId, verdict }) => ({ applicationId, verdict })) },
      });
    });
  }
}

function toOrder(proposals: readonly AdmissionProposal[]): AdmissionProposal[] {
  const open = proposals.filter((one) => one.state === 'submitted' && heldBy(one) === null && !one.needsVote);
  const count = open.filter(({ verdict }) => verdict === null).length;
  if (count > 0) throw new Conflict('applications.admission-order-verdicts-missing', { count });
  if (open.length === 0) throw new Conflict('applications.admission-nothing-to-decide');
  return open;
}
