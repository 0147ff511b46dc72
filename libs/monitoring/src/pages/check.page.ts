import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, demand, type Context } from '#libs/platform/access';
import { Conflict } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { projectPolicy } from '../access/project.policy.js';
import type { Expense } from '../model/report.js';
import { monitoringPaths } from '../paths.js';
import { ReportForPage } from '../queries/report-for-page.js';
import { CheckExpenses } from '../use-cases/check-expenses.js';
import { CheckForm } from './control.forms.js';

/** The desk check: each expense with its document is taken or refused (rule 65). */
@Controller('reports/:id/check')
export class CheckPage {
  constructor(
    private readonly read: ReportForPage,
    private readonly check: CheckExpenses,
  ) {}

  @Get()
  @Allow('officer', 'monitor')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { report, project, parts } = await this.read.execute(ctx, id);
    demand(projectPolicy, 'check', ctx.actor, project);
    if (report.state !== 'submitted') throw new Conflict('monitoring.not-now');
    return page(
      'monitoring/check.njk',
      {
        ...{ report, project, parts, form },
        refusedKop: fundedOf(parts.expenses.filter(({ isRefused }) => isRefused)),
        claimedKop: fundedOf(parts.expenses),
        paths: {
          self: monitoringPaths.check(id),
          report: monitoringPaths.report(id),
          expense: monitoringPaths.expense(id, ''),
        },
      },
      form ? 422 : 200,
    );
  }

  @Post()
  @Allow('officer', 'monitor')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: CheckForm },
      act: ({ version, expenses }) =>
        this.check.execute(
          ctx,
          id,
          version,
          expenses.map(({ expenseId, verdict, reason }) => ({
            ...{ expenseId, isRefused: verdict === 'refused', reason: reason ?? '' },
          })),
        ),
      next: () => seeOther(monitoringPaths.report(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}

const fundedOf = (expenses: readonly Expense[]): number => expenses.reduce((sum, { fundedKop }) => sum + fundedKop, 0);
