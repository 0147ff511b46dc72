import type { Reader, Tx } from '#libs/platform/database';
import { demand, type Actor } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import { planWorkPolicy } from '../access/plan-work.policy.js';

export interface PlanRow {
  id: string;
  organiserId: string;
  organiserSlug: string;
  organiserName: string;
  year: number;
}

export const PLAN_SELECT = `select p.id, p.organiser_id as "organiserId", p.organiser_slug as "organiserSlug",
                                   p.organiser_name as "organiserName", p.year from measures.v_plan p`;

/** @throws NotFound when there is none, or none that the actor may see the work of */
export async function planById(reader: Reader, actor: Actor, id: string): Promise<PlanRow> {
  const plan = await reader.one<PlanRow>(`${PLAN_SELECT} where p.id = $1`, [id]);
  if (!plan) throw new NotFound();
  demand(planWorkPolicy, 'see', actor, plan);
  return plan;
}

/** Whoever changes how a plan is carried out takes turns. @throws NotFound, Forbidden */
export async function lockPlan(tx: Tx, id: string): Promise<PlanRow> {
  const plan = await planById(tx, tx.actor, id);
  demand(planWorkPolicy, 'work', tx.actor, plan);
  await takeTurn(tx, id);
  return plan;
}

/** Until the end of the transaction nobody else changes how the plan is carried out. */
export async function takeTurn(tx: Tx, planId: string): Promise<void> {
  await tx.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`plan work ${planId}`]);
}
