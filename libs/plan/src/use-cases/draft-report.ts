import { Injectable } from '@nestjs/common';
import type { Quarter } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import type { ReportContent } from '../model/report.js';
import { reportDrafted } from '../model/plan.facts.js';
import { findReport } from '../queries/find-report.js';
import { ReadReportContent } from '../queries/report-content.js';
import { lockForReport, lockReport } from './lock-report.js';

/** Writes the lines of a report from facts and answers; what people have edited is left as it is. */
@Injectable()
export class DraftReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly content: ReadReportContent,
  ) {}

  /** Drafted once more, the lines that nobody has edited follow the facts of now. */
  execute(ctx: Context, planId: string, quarter: Quarter): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const plan = await lockForReport(tx, planId, 'write');
      const known = await findReport(tx, planId, quarter, 'for update');
      if (known && known.state !== 'draft') throw new Conflict('plan.not-now');
      const id = known?.id ?? newId();
      if (known) await tx.change('update plan.report set version = version + 1 where id = $1', [id]);
      else
        await tx.change(
          `insert into plan.report (id, plan_id, quarter, state, drafted_by, drafted_at) values ($1, $2, $3, 'draft', $4, $5)`,
          [id, planId, quarter, tx.actor.personId, tx.now],
        );
      const content = await this.content.execute(tx, plan, quarter, tx.now);
      await putLines(tx, id, content);
      const lines = content.directions.flatMap((direction) => direction.lines).length;
      tx.record(reportDrafted, { subjectId: id, scopeId: planId, particulars: { quarter, lines } });
    });
  }

  /** One line in the words of a person. */
  edit(ctx: Context, planId: string, quarter: Quarter, instanceId: string, narrative: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await lockForReport(tx, planId, 'write');
      const report = await lockReport(tx, planId, quarter, null);
      if (report.state !== 'draft') throw new Conflict('plan.not-now');
      const changed = await tx.change(
        'update plan.report_line set narrative = $3, edited_by = $4 where report_id = $1 and instance_id = $2',
        [report.id, instanceId, narrative, tx.actor.personId],
      );
      if (changed !== 1) throw new NotFound();
      await tx.change('update plan.report set version = version + 1, drafted_by = $2 where id = $1', [
        report.id,
        tx.actor.personId,
      ]);
    });
  }
}

async function putLines(tx: Tx, reportId: string, content: ReportContent): Promise<void> {
  const lines = content.directions.flatMap(({ lines: own }) => own);
  await tx.change(
    `insert into plan.report_line (report_id, instance_id, narrative)
     select $1, "instanceId", narrative from jsonb_to_recordset($2::jsonb) as row ("instanceId" uuid, narrative text)
     on conflict (report_id, instance_id) do update set narrative = excluded.narrative
      where plan.report_line.edited_by is null`,
    [reportId, JSON.stringify(lines.map(({ instanceId, narrative }) => ({ instanceId, narrative })))],
  );
}
