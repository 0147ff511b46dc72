import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { applicationPaths } from '#libs/applications';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  autosave,
  Ctx,
  handleForm,
  isAutosave,
  page,
  ParseId,
  seeOther,
  type Autosaved,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { SCORERS } from '../access/evaluation.policy.js';
import { CONFIDENCES, REASON_MAX } from '../model/advice.js';
import { COMMENT_MAX } from '../model/sheet.js';
import { evaluationPaths } from '../paths.js';
import { nextToWrite, queueRows } from '../queries/my-queue.js';
import { SheetForScoring } from '../queries/sheet-for-scoring.js';
import { SaveScoreSheet } from '../use-cases/save-score-sheet.js';
import { readAdvice, readScores, SheetForm } from './scoring.forms.js';

/** A proposal beside its score sheet; «Готово» leads to the next proposal that is not done. */
@Controller()
export class SheetPage {
  constructor(
    private readonly db: Database,
    private readonly read: SheetForScoring,
    private readonly saveSheet: SaveScoreSheet,
  ) {}

  @Get('scoring/sheets/:assignmentId')
  @Allow(...SCORERS)
  async show(@Ctx() ctx: Context, @Param('assignmentId', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const limits = { commentMax: COMMENT_MAX, reasonMax: REASON_MAX };
    return page('evaluation/sheet.njk', {
      view,
      limits,
      confidences: CONFIDENCES,
      paths: evaluationPaths,
      applicationPaths,
      form,
      partTitle: view.application.content.title,
    });
  }

  @Post('scoring/sheets/:assignmentId')
  @Allow(...SCORERS)
  save(
    @Ctx() ctx: Context,
    @Param('assignmentId', ParseId) id: string,
    @Body() body: FormBody,
  ): Promise<Result | Autosaved> {
    const act = (sheet: SheetForm) =>
      this.saveSheet.execute(ctx, id, {
        ...{ version: sheet.version, comment: sheet.comment ?? '', isReady: sheet.intent === 'ready' },
        advice: readAdvice(sheet),
        scores: readScores(body),
      });
    if (isAutosave(body)) return autosave(ctx, { body, shape: SheetForm, act, stale: 'evaluation.sheet-changed' });
    return handleForm({
      ...{ body, shape: SheetForm },
      act: async (input) => {
        const { competitionId } = await act(input);
        return input.intent === 'ready' ? this.nextPath(ctx, competitionId, id) : evaluationPaths.queue(competitionId);
      },
      next: (path) => seeOther(path),
      again: (form) => this.show(ctx, id, form),
    });
  }

  private async nextPath(ctx: Context, competitionId: string, assignmentId: string): Promise<string> {
    const nextId = nextToWrite(await queueRows(this.db, competitionId, ctx.actor.personId), assignmentId);
    // The sheet itself gets the focus: whoever works by keyboard goes on at once.
    return nextId ? `${evaluationPaths.sheet(nextId)}#sheet` : evaluationPaths.queue(competitionId);
  }
}
