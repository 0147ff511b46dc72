import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { instanceLifecycle, type ClosingAction, type InstanceSubject } from '../model/instance.lifecycle.js';
import { slicesBetween } from '../model/instances.js';
import { LIMITS } from '../model/limits.js';
import { instanceChanged } from '../model/plan.facts.js';
import { isOwed } from '../model/standing.js';
import { lockPlan } from '../queries/find-plan.js';
import type { InstanceRow } from '../queries/plan-desk.js';
import { sliceStandings } from '../queries/slice-standings.js';
import { insertSlices } from './lay-out-plan.js';
import { lockInstance } from './lock-instance.js';

export interface Closing {
  action: ClosingAction | 'reopen';
  reason: string | null;
  act: { number: string; on: string } | null;
  /** Where a moved measure goes. */
  newFrom: string | null;
  newDueOn: string | null;
  /** Why answers that are owed are not waited for. */
  waiver: string | null;
}

/** Ends a due time, moves it by an act, or opens it again; refuses what its guards refuse. */
@Injectable()
export class CloseInstance {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, planId: string, id: string, version: number, closing: Closing): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { year } = await lockPlan(tx, planId);
      const instance = await lockInstance(tx, planId, id);
      if (instance.version !== version) throw new Conflict('plan.changed-meanwhile');
      if (closing.act && closing.act.on > kyivDay(tx.now)) throw invalidField('actOn', 'plan.act-in-future');
      const { action, reason, act, waiver } = closing;
      const state = instanceLifecycle.next(instance.state, action, await subjectOf(tx, planId, instance, closing));
      await tx.change(
        `update plan.instance set state = $2, reason = $3, act_number = $4, act_on = $5, waiver = $6,
                waived_by = case when $6::text is null then null else $7::uuid end, version = version + 1 where id = $1`,
        [id, state, reason, act?.number ?? null, act?.on ?? null, waiver, tx.actor.personId],
      );
      if (action === 'move') await moveOn(tx, { planId, year }, instance, closing);
      tx.record(instanceChanged, { subjectId: id, scopeId: planId, particulars: { ...closing, state } });
    });
  }
}

async function subjectOf(tx: Tx, planId: string, { id }: InstanceRow, closing: Closing): Promise<InstanceSubject> {
  const row = await tx.one<{ count: number }>(
    `select count(*)::int as count from plan.evidence where instance_id = $1 and state = 'confirmed'`,
    [id],
  );
  const bodies = await sliceStandings(tx, { planId, instanceId: id }, kyivDay(tx.now));
  const { reason, act, waiver } = closing;
  return {
    confirmedEvidence: row!.count,
    missingAnswers: bodies.filter(({ standing }) => isOwed(standing)).length,
    ...{ reason, act, waiver },
  };
}

/** A moved measure has one more due time, with slices of its own. */
async function moveOn(
  tx: Tx,
  { planId, year }: { planId: string; year: number },
  instance: InstanceRow,
  { newFrom, newDueOn }: Closing,
): Promise<void> {
  const from = newFrom ?? instance.dueOn;
  if (newDueOn === null) throw invalidField('newDueOn', 'platform.day');
  if (from < instance.from) throw invalidField('newFrom', 'plan.moved-back');
  if (newDueOn <= instance.dueOn || newDueOn < from) throw invalidField('newDueOn', 'plan.moved-back');
  const lastYear = year + LIMITS.yearsMoved;
  if (newDueOn > `${lastYear}-12-31`) throw invalidField('newDueOn', 'plan.moved-too-far', { year: lastYear });
  const id = newId();
  await tx.change(
    `insert into plan.instance (id, plan_id, measure_id, ordinal, window_from, due_on, moved_from)
     select $1, $2, $3, max(ordinal) + 1, $4, $5, $6 from plan.instance where measure_id = $3`,
    [id, planId, instance.measureId, from, newDueOn, instance.id],
  );
  await insertSlices(tx, [{ id, slices: slicesBetween(from, newDueOn) }]);
}
