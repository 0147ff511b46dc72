import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { ClassConstructor } from 'class-transformer';
import { Allow, type Context } from '#libs/platform/access';
import { InvalidInput, NotFound, invalidField } from '#libs/platform/errors';
import {
  Ctx,
  download,
  ParseId,
  readForm,
  readMultipart,
  type FailedForm,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { ReadApplicationForWriting } from '../../queries/application-for-writing.js';
import { versionOf } from '../../use-cases/edit-part.js';
import { ActivitiesPage } from '../activities.page.js';
import { BudgetPage } from '../budget.page.js';
import { IndicatorsPage } from '../indicators.page.js';
import { ActivitiesForm, BudgetForm, IndicatorsForm } from '../part.forms.js';
import type { PartQuery } from '../part-page.js';
import { TABLE_PARTS, tableOf, type TablePart } from './part-tables.js';
import { readTableFile } from './read-table.js';
import { TABLE_MEDIA_TYPE, tableFile } from './write-table.js';

interface RowsOfPart {
  show(ctx: Context, id: string, query: PartQuery, form?: FailedForm): Promise<Result>;
}

/** Tables of a proposal as spreadsheets: taken home, filled there, brought back to the page for a look before saving. */
@Controller('applications/:id/tables/:part')
export class TablesPage {
  private readonly parts: Record<TablePart, { page: RowsOfPart; shape: ClassConstructor<object> }>;

  constructor(
    private readonly read: ReadApplicationForWriting,
    budget: BudgetPage,
    activities: ActivitiesPage,
    indicators: IndicatorsPage,
  ) {
    this.parts = {
      budget: { page: budget, shape: BudgetForm },
      activities: { page: activities, shape: ActivitiesForm },
      indicators: { page: indicators, shape: IndicatorsForm },
    };
  }

  @Get()
  @Allow('applicant', 'officer')
  async take(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Param('part') name: string): Promise<Result> {
    const { table, saved } = tableOf(partOf(name), await this.read.execute(ctx, id), ctx.lang);
    return download(await tableFile(table, saved), { name: `${table.title}.xlsx`, mediaType: TABLE_MEDIA_TYPE });
  }

  /** Saves nothing: the page comes back with the rows of the file and what is wrong in which cell. */
  @Post()
  @Allow('applicant', 'officer')
  async bring(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('part') name: string,
    @Req() request: PortalRequest,
  ): Promise<Result> {
    const part = partOf(name);
    const { page, shape } = this.parts[part];
    const view = await this.read.execute(ctx, id);
    const { table } = tableOf(part, view, ctx.lang);
    try {
      const file = (await readMultipart(request)).files.find(({ field }) => field === 'file');
      if (!file) throw invalidField('file', 'applications.choose-file');
      const { rows, errors } = await readTableFile(table, file.content);
      const version = String(versionOf(view.application, part));
      const values = { version, [table.rows]: rows, fromFile: rows.length };
      return await page.show(ctx, id, {}, { errors: together(errors, await problemsOf(shape, values)), values });
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      return page.show(ctx, id, {}, { errors: error.fields, values: undefined as never });
    }
  }
}

function partOf(name: string): TablePart {
  const part = TABLE_PARTS.find((one) => one === name);
  if (!part) throw new NotFound();
  return part;
}

const problemsOf = (shape: ClassConstructor<object>, values: Record<string, unknown>) =>
  readForm(shape, values).then(
    () => [],
    (error: unknown) => {
      if (error instanceof InvalidInput) return error.fields;
      throw error;
    },
  );

/** Of two complaints about one cell, the one that names what is in it. */
const together = (own: InvalidInput['fields'], others: InvalidInput['fields']): InvalidInput['fields'] => [
  ...own,
  ...others.filter(({ field }) => !own.some((one) => one.field === field)),
];
