import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import type { IndicatorFact, Reach, ReportRow } from '../model/report.js';
import { editReport } from './edit-report.js';

export type Story = Pick<ReportRow, 'done' | 'results' | 'difficulties'>;
export type Fact = Pick<
  IndicatorFact,
  'indicatorId' | 'fact' | 'sourceDocument' | 'confirmedBy' | 'confirmedOn' | 'people' | 'women'
>;
export interface LineReason {
  lineId: string;
  reason: string;
}

/** The recipient writes the report part by part; it stays a draft until it is submitted. */
@Injectable()
export class SaveReport {
  constructor(private readonly uow: UnitOfWork) {}

  story(ctx: Context, id: string, version: number, { done, results, difficulties }: Story): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await editReport(tx, id, version);
      await tx.change('update monitoring.report set done = $2, results = $3, difficulties = $4 where id = $1', [
        ...[id, done, results, difficulties],
      ]);
    });
  }

  /** Only indicators of the contract are kept. */
  indicators(ctx: Context, id: string, version: number, facts: readonly Fact[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const report = await editReport(tx, id, version);
      demandPart(facts, 'indicators', ({ people, women }) => (women ?? 0) <= (people ?? 0));
      await tx.change('delete from monitoring.indicator_fact where report_id = $1', [id]);
      await tx.change(
        `insert into monitoring.indicator_fact
           (report_id, indicator_id, fact, source_document, confirmed_by, confirmed_on, people, women)
         select $1, f."indicatorId", f.fact, f."sourceDocument", f."confirmedBy", f."confirmedOn", f.people, f.women
           from jsonb_to_recordset($2) as f ("indicatorId" uuid, fact text, "sourceDocument" text, "confirmedBy" text,
                "confirmedOn" date, people integer, women integer)
           join contracts.v_indicator i on i.id = f."indicatorId" and i.contract_id = $3`,
        [id, JSON.stringify(facts), report.projectId],
      );
    });
  }

  reach(ctx: Context, id: string, version: number, rows: readonly Reach[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await editReport(tx, id, version);
      demandPart(rows, 'reach', ({ people, women }) => women <= people);
      await tx.change('delete from monitoring.reach where report_id = $1', [id]);
      await tx.change(
        `insert into monitoring.reach (report_id, position, group_name, district, people, women)
         select $1, r.position, r."groupName", r.district, r.people, r.women
           from jsonb_to_recordset($2) as r (position integer, "groupName" text, district text, people integer, women integer)`,
        [id, JSON.stringify(rows.map((row, index) => ({ ...row, position: index + 1 })))],
      );
    });
  }

  /** rule 62: why a line is over its plan. */
  reasons(ctx: Context, id: string, version: number, reasons: readonly LineReason[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const report = await editReport(tx, id, version);
      await replaceReasons(tx, report, reasons);
    });
  }
}

async function replaceReasons(tx: Tx, report: ReportRow, reasons: readonly LineReason[]): Promise<void> {
  await tx.change('delete from monitoring.line_reason where report_id = $1', [report.id]);
  await tx.change(
    `insert into monitoring.line_reason (report_id, line_id, reason)
     select $1, l.id, r.reason from jsonb_to_recordset($2) as r ("lineId" uuid, reason text)
       join contracts.v_budget_line l on l.id = r."lineId" and l.contract_id = $3 where r.reason <> ''`,
    [report.id, JSON.stringify(reasons), report.projectId],
  );
}

/** Of people, some are women: never more of them than of people. */
function demandPart<Row>(rows: readonly Row[], name: string, holds: (row: Row) => boolean): void {
  const wrong = rows.findIndex((row) => !holds(row));
  if (wrong >= 0) throw invalidField(`${name}[${wrong}][women]`, 'monitoring.more-women-than-people');
}
