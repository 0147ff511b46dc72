import { Injectable } from '@nestjs/common';
import { planImported } from '#libs/measures';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { LayOutPlan } from '../use-cases/lay-out-plan.js';

/** An approved plan gets its due times as soon as it is entered. */
@Reaction({ name: 'plan.lay-out', on: planImported, queue: 'reactions' })
@Injectable()
export class LayOutImportedPlan implements ReactsInTransaction {
  constructor(private readonly layOut: LayOutPlan) {}

  async react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    const plan = await tx.one<{ year: number }>('select year from measures.v_plan where id = $1', [subjectId]);
    if (plan) await this.layOut.within(tx, subjectId, plan.year);
  }
}
