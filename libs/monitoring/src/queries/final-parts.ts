import type { Reader } from '#libs/platform/database';
import type { ReportParts } from '../model/report.js';
import { reportParts } from './report-parts.js';

/** What the final report says, with all the reports before it. */
export async function finalParts(reader: Reader, projectId: string): Promise<ReportParts> {
  const row = await reader.one<{ id: string; position: number }>(
    `select id, position from monitoring.report where project_id = $1 and kind = 'final'`,
    [projectId],
  );
  return reportParts(reader, { ...row!, projectId });
}
