import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  AskedList,
  Ctx,
  handleForm,
  Listed,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { isAllRefused } from '../model/plan-import.js';
import { registerPaths } from '../paths.js';
import { ImportForOfficer } from '../queries/import-for-officer.js';
import { ApplyImport } from '../use-cases/apply-import.js';
import { DropImport } from '../use-cases/drop-import.js';
import { importRowsList, type WordedRow } from './import-rows.list.js';
import { ApplyForm, NoFields } from './import.forms.js';
import { STATE_TONES } from './imports.list.js';
import { rowWords } from './row-words.js';

const DONE: readonly string[] = ['applied', 'undone'];

/** One import: the preview row by row and its confirmation; afterwards what came of it. */
@Controller('registers/imports/:id')
export class ImportPage {
  constructor(
    private readonly read: ImportForOfficer,
    private readonly apply: ApplyImport,
    private readonly drop: DropImport,
    private readonly db: Database,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(importRowsList) asked: AskedList<WordedRow>,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { one, rows, totals, ...rest } = await this.read.execute(ctx, id);
    const worded = rows.map((row) => rowWords(ctx.lang, one.kind, row));
    const found = await asked.pick(this.db, worded);
    const model = {
      ...{ one, totals, ...rest, rowCount: rows.length, tone: STATE_TONES[one.state], form },
      isAllRefused: isAllRefused(totals),
      notice: DONE.includes(done ?? '') ? phrase(ctx.lang, `registers:done.${done}`) : null,
      paths: {
        ...{ list: registerPaths.imports, apply: registerPaths.apply(id), drop: registerPaths.drop(id) },
        undo: registerPaths.undo(id),
        results: one.competitionCode && registerPaths.results(one.competitionCode),
      },
    };
    return asked.answer('registers/import.njk', found, model, one.sourceTitle);
  }

  @Post('application')
  @Allow('officer')
  confirm(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: ApplyForm,
      act: ({ seen }) => this.apply.execute(ctx, id, seen),
      next: () => seeOther(`${registerPaths.import(id)}?done=applied`),
      again: (form) => this.again(ctx, id, form),
    });
  }

  @Post('removal')
  @Allow('officer')
  remove(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.drop.execute(ctx, id),
      next: () => seeOther(`${registerPaths.imports}?done=dropped`),
      again: (form) => this.again(ctx, id, form),
    });
  }

  /** What was typed there is only the hash of an earlier preview: the page shows the one of now. */
  private again(ctx: Context, id: string, { errors }: FailedForm): Promise<Result> {
    const whole = AskedList.whole(importRowsList, registerPaths.import(id), ctx);
    return this.show(ctx, id, whole, undefined, { errors, values: {} });
  }
}
