import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import { acceptedExtensions, OpenDocument } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import {
  Ctx,
  download,
  handleForm,
  handleUpload,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { EXPENSE_FILE_KINDS, EXPENSE_FILE_MAX_MB } from '../model/limits.js';
import { monitoringPaths } from '../paths.js';
import { ReportForPage } from '../queries/report-for-page.js';
import { PutExpense, type ExpenseFile, type NewExpense } from '../use-cases/put-expense.js';
import { ExpenseForm, NoForm } from './report.forms.js';

/** The register of expenses: each one with its document. */
@Controller('reports/:id/expenses')
export class ExpensesPage {
  constructor(
    private readonly read: ReportForPage,
    private readonly put: PutExpense,
    private readonly documents: OpenDocument,
  ) {}

  @Get('new')
  @Allow('applicant')
  async form(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    return this.show(ctx, id, null, form);
  }

  @Post('new')
  @Allow('applicant')
  add(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    return this.send(ctx, id, null, request, (expense, file) => this.put.add(ctx, id, expense, file));
  }

  @Get(':expenseId')
  @Allow('applicant')
  edit(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('expenseId', ParseId) expenseId: string,
  ): Promise<Result> {
    return this.show(ctx, id, expenseId);
  }

  @Post(':expenseId')
  @Allow('applicant')
  change(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('expenseId', ParseId) expenseId: string,
    @Req() request: PortalRequest,
  ): Promise<Result> {
    return this.send(ctx, id, expenseId, request, (expense, file) =>
      this.put.change(ctx, id, expenseId, expense, file),
    );
  }

  @Post(':expenseId/removal')
  @Allow('applicant')
  remove(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('expenseId', ParseId) expenseId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: NoForm },
      act: () => this.put.remove(ctx, id, expenseId),
      next: () => seeOther(monitoringPaths.part(id, 'money')),
      again: (form) => this.show(ctx, id, expenseId, form),
    });
  }

  @Get(':expenseId/file')
  @Allow('applicant', 'officer', 'director', 'accountant', 'monitor')
  async file(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('expenseId', ParseId) expenseId: string,
  ): Promise<Result> {
    const document = await this.read.expenseFile(ctx, id, expenseId);
    return download(await this.documents.execute(document), { ...document, inline: true });
  }

  private async show(ctx: Context, id: string, expenseId: string | null, form?: FailedForm): Promise<Result> {
    const { report, parts } = await this.read.forWriting(ctx, id);
    const expense = expenseId === null ? {} : parts.expenses.find((one) => one.id === expenseId);
    if (!expense) throw new NotFound();
    return page(
      'monitoring/expense.njk',
      {
        ...{ report, expense, isNew: expenseId === null, form },
        lines: parts.lines.map(({ lineId: value, title: text }) => ({ value, text })),
        accept: acceptedExtensions(EXPENSE_FILE_KINDS),
        maxMb: EXPENSE_FILE_MAX_MB,
        paths: {
          self: expenseId === null ? monitoringPaths.newExpense(id) : monitoringPaths.expense(id, expenseId),
          removal: expenseId && monitoringPaths.expenseRemoval(id, expenseId),
          file: expenseId && monitoringPaths.expenseFile(id, expenseId),
          back: monitoringPaths.part(id, 'money'),
        },
      },
      form ? 422 : 200,
    );
  }

  private send(
    ctx: Context,
    id: string,
    expenseId: string | null,
    request: PortalRequest,
    act: (expense: NewExpense, file?: ExpenseFile) => Promise<unknown>,
  ): Promise<Result> {
    return handleUpload({
      ...{ request, shape: ExpenseForm },
      act: ({ funded, own, ...expense }, file) => act({ ...expense, fundedKop: funded, ownKop: own ?? 0 }, file),
      next: () => seeOther(monitoringPaths.part(id, 'money')),
      again: (form) => this.show(ctx, id, expenseId, form),
    });
  }
}
