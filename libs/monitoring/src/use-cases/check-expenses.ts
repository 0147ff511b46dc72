import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { projectPolicy } from '../access/project.policy.js';
import { expensesChecked } from '../model/monitoring.facts.js';
import { lockReport } from '../queries/read-report.js';

export interface Verdict {
  expenseId: string;
  isRefused: boolean;
  reason: string;
}

/** rule 65: the checker takes or refuses each expense of a submitted report; nothing is refused without a reason. */
@Injectable()
export class CheckExpenses {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, reportId: string, version: number, verdicts: readonly Verdict[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const report = await lockReport(tx, reportId);
      demand(projectPolicy, 'check', tx.actor, report);
      if (report.state !== 'submitted') throw new Conflict('monitoring.not-now');
      if (report.version !== version) throw new Conflict('monitoring.stale');
      const silent = verdicts.findIndex(({ isRefused, reason }) => isRefused && reason === '');
      if (silent >= 0) throw invalidField(`expenses[${silent}][reason]`, 'monitoring.refusal-reason');
      const checked = await tx.change(
        `update monitoring.expense x set is_refused = v."isRefused", refusal = case when v."isRefused" then v.reason end,
                checked_by = $3, checked_at = $4
           from jsonb_to_recordset($2) as v ("expenseId" uuid, "isRefused" boolean, reason text)
          where x.id = v."expenseId" and x.report_id = $1`,
        [reportId, JSON.stringify(verdicts), tx.actor.personId, tx.now],
      );
      await tx.change('update monitoring.report set version = version + 1 where id = $1', [reportId]);
      const refused = verdicts.filter(({ isRefused }) => isRefused).length;
      tx.record(expensesChecked, {
        subjectId: reportId,
        scopeId: report.competitionId,
        particulars: { checked, refused },
      });
    });
  }
}
