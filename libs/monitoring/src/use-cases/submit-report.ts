import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { checksumOf } from '#libs/platform/canonical-json';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { CHECKERS, projectPolicy } from '../access/project.policy.js';
import { reportSubmitted } from '../model/monitoring.facts.js';
import { reportLifecycle } from '../model/report.lifecycle.js';
import { reportProblems } from '../model/report-problems.js';
import type { ReportParts, ReportRow } from '../model/report.js';
import { monitoringPaths } from '../paths.js';
import { lockReport } from '../queries/read-report.js';
import { reportParts } from '../queries/report-parts.js';

/** The recipient submits a report; its words are kept as they were, with their checksum. */
@Injectable()
export class SubmitReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** `version`: of the report that was read through before. */
  execute(ctx: Context, id: string, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const report = await lockReport(tx, id);
      demand(projectPolicy, 'report', tx.actor, report);
      if (report.version !== version) throw new Conflict('monitoring.stale');
      const parts = await reportParts(tx, report);
      const problems = reportProblems(report, parts, await contractSum(tx, report.projectId)).length;
      const state = reportLifecycle.next(report.state, 'submit', { problems });
      await tx.change(
        `update monitoring.report set state = $2, submitted_by = $3, submitted_at = $4, version = version + 1 where id = $1`,
        [id, state, tx.actor.personId, tx.now],
      );
      const { number, sha256 } = await keepSubmission(tx, report, parts);
      const particulars = { kind: report.kind, number, sha256 };
      tx.record(reportSubmitted, { subjectId: id, scopeId: report.competitionId, particulars });
      await this.tell(tx, report);
    });
  }

  private async tell(tx: Tx, { id, organiserId, organisationName, title }: ReportRow): Promise<void> {
    for (const to of await peopleWithRole(tx, organiserId, CHECKERS))
      await this.notices.queue(tx, {
        ...{ to, kind: 'work', organiserId, template: 'monitoring.submitted', path: monitoringPaths.report(id) },
        data: { title, organisation: organisationName },
      });
  }
}

async function keepSubmission(tx: Tx, report: ReportRow, parts: ReportParts) {
  const { kind, position, title, done, results, difficulties } = report;
  const content = { kind, position, title, done, results, difficulties, ...parts };
  const sha256 = checksumOf(content);
  const row = await tx.one<{ number: number }>(
    `insert into monitoring.submission (report_id, number, submitted_at, submitted_by, content, sha256)
     values ($1, (select count(*) + 1 from monitoring.submission where report_id = $1), $2, $3, $4, $5) returning number`,
    [report.id, tx.now, tx.actor.personId, JSON.stringify(content), sha256],
  );
  return { number: row!.number, sha256 };
}

export async function contractSum(reader: Pick<Tx, 'one'>, contractId: string): Promise<number> {
  const row = await reader.one<{ sumKop: string }>(
    'select sum_kop as "sumKop" from contracts.v_contract where id = $1',
    [contractId],
  );
  return Number(row!.sumKop);
}
