import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
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
import { LIMITS } from '../model/limits.js';
import { registerPaths } from '../paths.js';
import { UndoPreview } from '../queries/undo-preview.js';
import { UndoImport } from '../use-cases/undo-import.js';
import { UndoForm } from './import.forms.js';

/** How many kept entries are named one by one. */
const NAMED_MAX = 100;

/** An import is taken back: what goes, what stands again, what stays and why. */
@Controller('registers/imports/:id/undo')
export class UndoImportPage {
  constructor(
    private readonly preview: UndoPreview,
    private readonly undo: UndoImport,
  ) {}

  @Get()
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { one, plan } = await this.preview.execute(ctx, id);
    const { removed, restored, kept } = plan;
    return page('registers/undo.njk', {
      ...{ one, restored, removed: removed.length, kept: kept.slice(0, NAMED_MAX), keptCount: kept.length },
      ...{ form, reasonMax: LIMITS.undoReason, action: registerPaths.undo(id), back: registerPaths.import(id) },
    });
  }

  @Post()
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: UndoForm,
      act: (input) => this.undo.execute(ctx, id, input),
      next: () => seeOther(`${registerPaths.import(id)}?done=undone`),
      again: ({ errors, values }) => this.show(ctx, id, { errors, values: { reason: values.reason } }),
    });
  }
}
