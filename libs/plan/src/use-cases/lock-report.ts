import { demand } from '#libs/platform/access';
import type { Quarter } from '#libs/measures';
import type { Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { reportPolicy } from '../access/report.policy.js';
import { findReport, type ReportRow } from '../queries/find-report.js';
import { planById, takeTurn, type PlanRow } from '../queries/find-plan.js';

/** The plan for a report, its writers one after another. @throws NotFound, Forbidden */
export async function lockForReport(tx: Tx, planId: string, action: 'write' | 'check' | 'sign'): Promise<PlanRow> {
  const plan = await planById(tx, tx.actor, planId);
  demand(reportPolicy, action, tx.actor, plan);
  await takeTurn(tx, planId);
  return plan;
}

/** `version`: the report as it was seen. @throws NotFound, Conflict */
export async function lockReport(tx: Tx, planId: string, quarter: Quarter, version: number | null): Promise<ReportRow> {
  const report = await findReport(tx, planId, quarter, 'for update');
  if (!report) throw new NotFound();
  if (version !== null && report.version !== version) throw new Conflict('plan.changed-meanwhile');
  return report;
}
