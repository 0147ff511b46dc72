import type { Quarter } from '#libs/measures';
import type { Reader } from '#libs/platform/database';
import type { ReportContent, ReportSnapshot } from '../model/report.js';
import type { ReportState } from '../model/report.lifecycle.js';

export interface ReportRow {
  id: string;
  planId: string;
  quarter: Quarter;
  state: ReportState;
  draftedBy: string;
  draftedAt: Date;
  checkedBy: string | null;
  checkedAt: Date | null;
  returnNote: string | null;
  number: string | null;
  signedAt: Date | null;
  /** While it is checked and waits for the signature. */
  content: ReportContent | null;
  snapshot: ReportSnapshot | null;
  sha256: string | null;
  version: number;
}

export interface Correction {
  number: number;
  measureNumber: string;
  was: string;
  became: string;
  reason: string;
  madeAt: Date;
}

export function findReport(
  reader: Reader,
  planId: string,
  quarter: Quarter,
  lock = '',
): Promise<ReportRow | undefined> {
  return reader.one<ReportRow>(
    `select id, plan_id as "planId", quarter, state, drafted_by as "draftedBy", drafted_at as "draftedAt",
            checked_by as "checkedBy", checked_at as "checkedAt", return_note as "returnNote", number,
            signed_at as "signedAt", content, snapshot, sha256, version
       from plan.report where plan_id = $1 and quarter = $2 ${lock}`,
    [planId, quarter],
  );
}

export function correctionsOf(reader: Reader, reportId: string): Promise<Correction[]> {
  return reader.rows<Correction>(
    `select number, measure_number as "measureNumber", was, became, reason, made_at as "madeAt"
       from plan.report_correction where report_id = $1 order by number`,
    [reportId],
  );
}

/** What people have made of the drafted lines. */
export function narrativesOf(reader: Reader, reportId: string): Promise<{ instanceId: string; narrative: string }[]> {
  return reader.rows('select instance_id as "instanceId", narrative from plan.report_line where report_id = $1', [
    reportId,
  ]);
}
