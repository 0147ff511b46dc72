import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { PLAN_SELECT, type PlanRow } from './find-plan.js';

const PLANS_MAX = 50;

/** The plans of the authorities for which the actor works, newest year first. */
@Injectable()
export class MyPlans {
  constructor(private readonly db: Database) {}

  execute(ctx: Context): Promise<PlanRow[]> {
    const mine = scopesOf(ctx.actor, ['officer', 'director']);
    return this.db.rows<PlanRow>(
      `${PLAN_SELECT} where p.organiser_id = any($1) order by p.year desc, p.organiser_name, p.id limit ${PLANS_MAX}`,
      [mine],
    );
  }
}
