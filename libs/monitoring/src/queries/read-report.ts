import type { Reader, Tx } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { ReportSubject } from '../model/report.lifecycle.js';
import type { ReportRow } from '../model/report.js';

export const REPORT_COLUMNS = `
  r.id, r.project_id as "projectId", r.kind, r.position, r.state, r.version, r.due_on::text as "dueOn", r.done, r.results,
  r.difficulties, r.submitted_at as "submittedAt", r.decided_at as "decidedAt", r.return_reason as "returnReason",
  c.subject as title, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn", p.application_id as "applicationId",
  p.competition_id as "competitionId", p.organiser_id as "organiserId", p.organisation_id as "organisationId",
  o.name as "organisationName"`;

export const REPORTS = `
  from monitoring.report r
  join monitoring.project p on p.id = r.project_id
  join contracts.v_contract c on c.id = p.id
  join identity.v_organisation o on o.id = p.organisation_id`;

/** Nothing is checked here: who may see it is the caller's question. @throws NotFound */
export async function reportById(reader: Reader, id: string): Promise<ReportRow> {
  const row = await reader.one<ReportRow>(`select ${REPORT_COLUMNS} ${REPORTS} where r.id = $1`, [id]);
  if (!row) throw new NotFound();
  return row;
}

/** For the use case that changes it: everything about one project happens under the lock of its row. */
export async function lockReport(tx: Tx, id: string): Promise<ReportRow> {
  await tx.one(
    `select from monitoring.project where id = (select project_id from monitoring.report where id = $1) for no key update`,
    [id],
  );
  return reportById(tx, id);
}

/** What keeps a submitted report from being accepted: reports before it, expenses that nobody has looked at. */
export async function inTheWay(reader: Reader, { id, projectId, position }: ReportRow): Promise<ReportSubject> {
  const row = await reader.one<Required<Pick<ReportSubject, 'openBefore' | 'unchecked'>>>(
    `select (select count(*)::int from monitoring.report
              where project_id = $2 and position < $3 and state <> 'accepted') as "openBefore",
            (select count(*)::int from monitoring.expense where report_id = $1 and is_refused is null) as unchecked`,
    [id, projectId, position],
  );
  return row!;
}
