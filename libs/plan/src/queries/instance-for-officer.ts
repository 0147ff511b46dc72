import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { instanceLifecycle, isOverdue, shownState, type InstanceState } from '../model/instance.lifecycle.js';
import { isOwed, type Standing } from '../model/standing.js';
import { planById, type PlanRow } from './find-plan.js';
import { instancesOfPlan, type InstanceRow } from './plan-desk.js';
import { sliceStandings } from './slice-standings.js';

export interface InstanceForPage {
  plan: PlanRow;
  number: string;
  title: string;
  one: InstanceRow & { shown: InstanceState; isOverdue: boolean };
  confirmed: number;
  /** Who has not answered, in which quarter. */
  owing: { name: string; quarter: number; standing: Standing }[];
  /** Each with the reason why it is off. */
  actions: { action: string; reason: string | null }[];
}

/** One due time of a measure: what it has, what it lacks, and what can be done with it. */
@Injectable()
export class InstanceForOfficer {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, planId: string, id: string): Promise<InstanceForPage> {
    const plan = await planById(this.db, ctx.actor, planId);
    const today = kyivDay(ctx.now);
    const one = (await instancesOfPlan(this.db, planId)).find((instance) => instance.id === id);
    if (!one) throw new NotFound();
    const head = await this.db.one<{ number: string; title: string; confirmed: number }>(
      `select m.number, m.title, (select count(*)::int from plan.evidence e
                                    where e.instance_id = $2 and e.state = 'confirmed') as confirmed
         from measures.v_measure m where m.id = $1`,
      [one.measureId, id],
    );
    const bodies = await sliceStandings(this.db, { planId, instanceId: id }, today);
    const owing = bodies.filter(({ standing }) => isOwed(standing));
    // The reasons a form can give are given: what stays off is off for what is lacking.
    const subject = {
      ...{ confirmedEvidence: head!.confirmed, missingAnswers: owing.length, waiver: '—', reason: '—' },
      act: { number: '—', on: today },
    };
    return {
      ...{ plan, ...head! },
      one: { ...one, shown: shownState(one, today), isOverdue: isOverdue(one, today) },
      owing: owing.map(({ name, quarter, standing }) => ({ name, quarter, standing })),
      actions: instanceLifecycle.available(one.state, 'officer', subject).filter(({ action }) => action !== 'begin'),
    };
  }
}
