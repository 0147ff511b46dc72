import { Injectable } from '@nestjs/common';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { projectPolicy } from '../access/project.policy.js';
import { reportAccepted, reportReturned } from '../model/monitoring.facts.js';
import { reportLifecycle, type ReportAction } from '../model/report.lifecycle.js';
import type { ReportRow } from '../model/report.js';
import { monitoringPaths } from '../paths.js';
import { inTheWay, lockReport } from '../queries/read-report.js';

/** The department looks at a submitted report: it comes back with a reason, or is accepted. */
@Injectable()
export class DecideReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  giveBack(ctx: Context, id: string, version: number, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const report = await this.decide(tx, id, version, 'return', reason);
      tx.record(reportReturned, { subjectId: id, scopeId: report.competitionId, particulars: { reason } });
      await this.tell(tx, report, 'returned', { reason });
    });
  }

  /** rule 66: public from now on. */
  accept(ctx: Context, id: string, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const report = await this.decide(tx, id, version, 'accept', null);
      tx.record(reportAccepted, { subjectId: id, scopeId: report.competitionId, particulars: { kind: report.kind } });
      await this.tell(tx, report, 'accepted', {});
    });
  }

  /** `version`: of the report that was on the page. */
  private async decide(
    tx: Tx,
    id: string,
    version: number,
    action: ReportAction,
    reason: string | null,
  ): Promise<ReportRow> {
    const report = await lockReport(tx, id);
    demand(projectPolicy, 'check', tx.actor, report);
    if (report.version !== version) throw new Conflict('monitoring.stale');
    const state = reportLifecycle.next(report.state, action, await inTheWay(tx, report));
    await tx.change(
      `update monitoring.report set state = $2, decided_by = $3, decided_at = $4, return_reason = $5, version = version + 1
        where id = $1`,
      [id, state, tx.actor.personId, tx.now, reason],
    );
    return report;
  }

  private async tell(tx: Tx, report: ReportRow, what: string, data: Record<string, string>): Promise<void> {
    const { id, organisationId, organiserId, title } = report;
    for (const to of await applicantsOf(tx, organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: 'decision', organiserId, template: `monitoring.${what}`, path: monitoringPaths.report(id) },
        data: { title, ...data },
      });
  }
}
