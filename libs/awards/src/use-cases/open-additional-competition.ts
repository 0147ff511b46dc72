import { Injectable } from '@nestjs/common';
import { CopyCompetition, lockCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { constraintMeans, UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { awardPolicy } from '../access/award.policy.js';
import { additionalOpened } from '../model/award.facts.js';
import { additionalState } from '../queries/additional-competition.js';

constraintMeans('uq_additional_competition_first', '', 'awards.additional-exists');

export interface AdditionalCall {
  title: string;
  /** Kyiv day on which the announcement is planned. */
  announcedOn: string;
}

/** rule 51: a draft of an additional competition for the money that was left, linked to the first. */
@Injectable()
export class OpenAdditionalCompetition {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly copy: CopyCompetition,
  ) {}

  /** Returns the id of the draft. */
  execute(ctx: Context, firstId: string, { title, announcedOn }: AdditionalCall): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      const first = await lockCompetition(tx, firstId);
      demand(awardPolicy, 'open-additional', tx.actor, first);
      const { reason, undistributedKop } = await additionalState(tx, first);
      if (reason) throw new Conflict(reason);
      const id = await this.copy.within(tx, firstId, {
        ...{ title, announcedOn, measureId: first.measureId!, budgetYear: first.budgetYear! },
        potKop: undistributedKop,
      });
      await tx.change(
        `insert into awards.additional_competition (competition_id, first_id, undistributed_kop, opened_at)
         values ($1, $2, $3, $4)`,
        [id, firstId, undistributedKop, tx.now],
      );
      tx.record(additionalOpened, {
        subjectId: firstId,
        scopeId: firstId,
        particulars: { additionalId: id, undistributedKop },
      });
      return id;
    });
  }
}
