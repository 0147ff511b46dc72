import { demand } from '#libs/platform/access';
import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { projectPolicy } from '../access/project.policy.js';
import { isOpenReport } from '../model/report.lifecycle.js';
import type { ReportRow } from '../model/report.js';
import { lockReport } from '../queries/read-report.js';

/** The report under its lock, for who may write in it while it is open. */
export async function openReport(tx: Tx, id: string): Promise<ReportRow> {
  const report = await lockReport(tx, id);
  demand(projectPolicy, 'report', tx.actor, report);
  if (!isOpenReport(report.state)) throw new Conflict('monitoring.report-closed');
  return report;
}

/** @throws Conflict when somebody saved it since the page was opened: what was typed comes back */
export async function editReport(tx: Tx, id: string, version: number): Promise<ReportRow> {
  const report = await openReport(tx, id);
  if (report.version !== version) throw new Conflict('monitoring.stale');
  await tx.change('update monitoring.report set version = version + 1 where id = $1', [id]);
  return report;
}
