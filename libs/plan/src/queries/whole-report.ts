import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import type { Quarter } from '#libs/measures';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { reportPolicy } from '../access/report.policy.js';
import type { ReportContent, ReportSnapshot } from '../model/report.js';
import { correctionsOf, findReport, narrativesOf, type Correction, type ReportRow } from './find-report.js';
import { planById, PLAN_SELECT, type PlanRow } from './find-plan.js';
import { ReadReportContent } from './report-content.js';

export interface ReportForPage {
  plan: PlanRow;
  report: ReportRow | null;
  /** As it stands now, or as it was handed over, or as it was signed. */
  content: ReportContent;
  corrections: Correction[];
  isOwn: boolean;
}

export interface PublicReport {
  plan: PlanRow;
  snapshot: ReportSnapshot;
  sha256: string;
  corrections: Correction[];
}

/** A report with everything it says. */
@Injectable()
export class WholeReport {
  constructor(
    private readonly db: Database,
    private readonly facts: ReadReportContent,
  ) {}

  /** The facts of now with the words that people have written. */
  async content(reader: Reader, plan: PlanRow, report: ReportRow, now: Date): Promise<ReportContent> {
    const content = await this.facts.execute(reader, plan, report.quarter, now);
    const written = new Map((await narrativesOf(reader, report.id)).map((one) => [one.instanceId, one.narrative]));
    return {
      ...content,
      directions: content.directions.map((direction) => ({
        ...direction,
        lines: direction.lines.map((line) => ({ ...line, narrative: written.get(line.instanceId) ?? line.narrative })),
      })),
    };
  }

  async forOfficer(ctx: Context, planId: string, quarter: Quarter): Promise<ReportForPage> {
    const plan = await planById(this.db, ctx.actor, planId);
    demand(reportPolicy, 'see', ctx.actor, plan);
    const report = (await findReport(this.db, planId, quarter)) ?? null;
    const content =
      report?.snapshot ??
      report?.content ??
      (report
        ? await this.content(this.db, plan, report, ctx.now)
        : await this.facts.execute(this.db, plan, quarter, ctx.now));
    return {
      ...{ plan, report, content },
      corrections: report ? await correctionsOf(this.db, report.id) : [],
      isOwn: report?.draftedBy === ctx.actor.personId,
    };
  }

  /** @throws NotFound until it is signed */
  async forEverybody(organiserSlug: string, year: number, quarter: Quarter): Promise<PublicReport> {
    const plan = await this.db.one<PlanRow>(`${PLAN_SELECT} where p.organiser_slug = $1 and p.year = $2`, [
      organiserSlug,
      year,
    ]);
    const report = plan && (await findReport(this.db, plan.id, quarter));
    if (!plan || report?.state !== 'signed') throw new NotFound('plan.no-report');
    return {
      ...{ plan, snapshot: report.snapshot!, sha256: report.sha256! },
      corrections: await correctionsOf(this.db, report.id),
    };
  }
}
