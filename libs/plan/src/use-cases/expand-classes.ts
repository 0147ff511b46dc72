import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import type { AddedPartyBody } from '../model/expansion.js';
import { classesExpanded } from '../model/plan.facts.js';
import { lockPlan } from '../queries/find-plan.js';
import { planExpansion } from '../queries/plan-expansion.js';
import { LayOutPlan } from './lay-out-plan.js';

/** The parties of a plan become concrete bodies, as the page has shown it. */
@Injectable()
export class ExpandClasses {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly layOut: LayOutPlan,
  ) {}

  /** `seen`: the hash of what was shown. @throws Conflict when it would come out otherwise by now */
  execute(ctx: Context, planId: string, seen: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const plan = await lockPlan(tx, planId);
      // A plan that had been entered before there was anything to lay out.
      await this.layOut.within(tx, planId, plan.year);
      const { added, removed, kept, hash } = await planExpansion(tx, plan);
      if (hash !== seen) throw new Conflict('plan.expansion-changed');
      await insertPartyBodies(tx, added);
      await tx.change('delete from plan.party_body where id = any($1)', [removed.map(({ id }) => id)]);
      tx.record(classesExpanded, {
        subjectId: planId,
        scopeId: planId,
        particulars: { added: added.length, removed: removed.length, kept: kept.length },
      });
    });
  }
}

async function insertPartyBodies(tx: Tx, added: readonly AddedPartyBody[]): Promise<void> {
  const rows = added.map((one) => ({ ...one, id: newId() }));
  await tx.change(
    `insert into plan.party_body (id, measure_id, position, body_id, consent, since)
     select id, "measureId", position, "bodyId", consent, $2 from jsonb_to_recordset($1::jsonb)
            as row (id uuid, "measureId" uuid, position integer, "bodyId" uuid, consent text)`,
    [JSON.stringify(rows), kyivDay(tx.now)],
  );
}
