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
import { SCORERS } from '../access/evaluation.policy.js';
import { REVISION_REASON_MAX } from '../model/second-score.js';
import { evaluationPaths } from '../paths.js';
import { SheetForScoring } from '../queries/sheet-for-scoring.js';
import { ReviseSheet } from '../use-cases/revise-sheet.js';
import { ButtonForm, readScores } from './scoring.forms.js';

/** The second score: a signed sheet amended once after the defence (rule 43). */
@Controller()
export class RevisionPage {
  constructor(
    private readonly read: SheetForScoring,
    private readonly revise: ReviseSheet,
  ) {}

  @Get('scoring/sheets/:assignmentId/revision')
  @Allow(...SCORERS)
  async show(@Ctx() ctx: Context, @Param('assignmentId', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    // What was typed is shown also when the time has run out meanwhile.
    if (view.revisableUntil === null && !form) return seeOther(evaluationPaths.sheet(id));
    return page('evaluation/revision.njk', { view, paths: evaluationPaths, reasonMax: REVISION_REASON_MAX, form });
  }

  @Post('scoring/sheets/:assignmentId/revision')
  @Allow(...SCORERS)
  save(@Ctx() ctx: Context, @Param('assignmentId', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: ButtonForm },
      act: () => this.revise.execute(ctx, id, readScores(body)),
      next: () => seeOther(`${evaluationPaths.sheet(id)}#sheet`),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
