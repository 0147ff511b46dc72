import { Injectable } from '@nestjs/common';
import { findDocument, type StoredDocument } from '#libs/documents';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { projectPolicy } from '../access/project.policy.js';
import { isOpenReport, reportLifecycle, type ReportAction } from '../model/report.lifecycle.js';
import { reportProblems, type ReportProblem } from '../model/report-problems.js';
import type { ReportParts, ReportRow } from '../model/report.js';
import { projectById, type ProjectRow } from './project-for-page.js';
import { reportParts } from './report-parts.js';
import { inTheWay, reportById } from './read-report.js';

export interface ReportView {
  report: ReportRow;
  project: ProjectRow;
  parts: ReportParts;
  problems: ReportProblem[];
  isOwn: boolean;
  /** The recipient may write in it now. */
  isOpen: boolean;
  /** What the department may do now: action → the code of what is in its way, or null. */
  steps: Partial<Record<ReportAction, string | null>>;
}

/** One report for either side; the department sees it once it was submitted. */
@Injectable()
export class ReportForPage {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for everybody else */
  async execute(ctx: Context, id: string): Promise<ReportView> {
    const report = await reportById(this.db, id);
    const project = await projectById(this.db, report.projectId);
    demand(projectPolicy, 'see', ctx.actor, project);
    const isOwn = projectPolicy.report.allows(ctx.actor, project);
    if (!isOwn && report.submittedAt === null) throw new NotFound();
    const parts = await reportParts(this.db, report);
    const may = projectPolicy.check.allows(ctx.actor, project);
    const steps = may ? reportLifecycle.available(report.state, 'officer', await inTheWay(this.db, report)) : [];
    return {
      ...{ report, project, parts, isOwn, isOpen: isOwn && isOpenReport(report.state) },
      problems: reportProblems(report, parts, project.sumKop),
      steps: Object.fromEntries(steps.map(({ action, reason }) => [action, reason])),
    };
  }

  /** For the pages that write in it. @throws Conflict once it is closed */
  async forWriting(ctx: Context, id: string): Promise<ReportView> {
    const view = await this.execute(ctx, id);
    demand(projectPolicy, 'report', ctx.actor, view.project);
    if (!view.isOpen) throw new Conflict('monitoring.report-closed');
    return view;
  }

  async expenseFile(ctx: Context, id: string, expenseId: string): Promise<StoredDocument> {
    const { parts } = await this.execute(ctx, id);
    const expense = parts.expenses.find((one) => one.id === expenseId);
    if (!expense) throw new NotFound();
    return findDocument(this.db, expense.documentId);
  }
}
