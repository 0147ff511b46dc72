import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { quarterInWords, type Quarter } from '#libs/measures';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  TextField,
  TickField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { LIMITS } from '../model/limits.js';
import { ParseQuarter } from '../parse-quarter.js';
import { planWorkPaths } from '../paths.js';
import { AnswersForOfficer, STANDING_TONES } from '../queries/answers-of-quarter.js';
import { AskForAnswers } from '../use-cases/ask-for-answers.js';
import { DecideAnswers } from '../use-cases/decide-answers.js';
import { SaveAnswers } from '../use-cases/save-answers.js';
import { SetLetters } from '../use-cases/set-letters.js';
import { LetterAnswersForm, typedAnswers } from './answers.forms.js';
import { sheetView } from './sheet-view.js';

class NoFields {}
class LettersForm {
  @TickField()
  sendsLetters: boolean;
}
class DecisionForm {
  @TextField({ max: LIMITS.reason, required: false })
  reason: string | null;
  @TickField()
  isReturned: boolean;
}

/** The answers of a quarter: who has sent them, letters to who has not, and what came on paper. */
@Controller('organiser/plans/:planId')
export class AnswersPage {
  constructor(
    private readonly read: AnswersForOfficer,
    private readonly ask: AskForAnswers,
    private readonly decide: DecideAnswers,
    private readonly save: SaveAnswers,
    private readonly setLetters: SetLetters,
  ) {}

  @Get('answers/:quarter')
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Query('letters') letters?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const { bodies, ...found } = await this.read.quarter(ctx, planId, quarter);
    const count = typeof letters === 'string' && /^\d{1,4}$/.test(letters) ? Number(letters) : null;
    return page('plan/answers.njk', {
      ...{ ...found, form, tones: STANDING_TONES },
      quarterText: quarterInWords(quarter, ctx.lang),
      notice: count === null ? null : phrase(ctx.lang, 'plan:answers.written', { count }),
      bodies: bodies.map((one) => ({ ...one, path: planWorkPaths.bodyAnswers(planId, quarter, one.bodyId) })),
      paths: {
        ...{ desk: planWorkPaths.desk(planId), request: planWorkPaths.request(planId, quarter) },
        ...{ letters: planWorkPaths.letters(planId), report: planWorkPaths.report(planId, quarter) },
      },
      quarters: [1, 2, 3, 4].map((one) => ({
        quarter: one,
        text: quarterInWords(one as Quarter, ctx.lang),
        path: planWorkPaths.answers(planId, one),
      })),
    });
  }

  @Post('answers/:quarter/request')
  @Allow('officer')
  request(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.ask.execute(ctx, planId, quarter),
      next: (letters) => seeOther(`${planWorkPaths.answers(planId, quarter)}?letters=${letters}`),
      again: (form) => this.show(ctx, planId, quarter, undefined, form),
    });
  }

  @Post('letters')
  @Allow('officer')
  letters(@Ctx() ctx: Context, @Param('planId', ParseId) planId: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: LettersForm,
      act: ({ sendsLetters }) => this.setLetters.execute(ctx, planId, sendsLetters),
      next: () => seeOther(planWorkPaths.desk(planId)),
      again: (form) => this.show(ctx, planId, 1, undefined, form),
    });
  }

  @Get('answers/:quarter/:bodyId')
  @Allow('officer', 'director')
  async sheet(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Param('bodyId', ParseId) bodyId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const view = sheetView(await this.read.sheet(ctx, planId, quarter, bodyId), ctx.lang, form);
    return page('plan/body-answers.njk', {
      ...view,
      canDecide: view.lines.some(({ answer }) => answer?.state === 'submitted'),
      paths: {
        ...{ back: planWorkPaths.answers(planId, quarter), here: planWorkPaths.bodyAnswers(planId, quarter, bodyId) },
        decision: planWorkPaths.decideAnswers(planId, quarter, bodyId),
      },
    });
  }

  @Post('answers/:quarter/:bodyId')
  @Allow('officer')
  async enter(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Param('bodyId', ParseId) bodyId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const { lines } = await this.read.sheet(ctx, planId, quarter, bodyId);
    const forms = new Map(lines.map(({ sliceId, form }) => [sliceId, form]));
    return handleForm({
      body,
      shape: LetterAnswersForm,
      act: (input) => {
        const letter = { number: input.letterNumber, on: input.letterOn };
        const answers = typedAnswers(input, forms);
        return this.save.byOfficer(ctx, planId, bodyId, quarter, answers, { channel: 'letter', letter });
      },
      next: () => seeOther(planWorkPaths.answers(planId, quarter)),
      again: (form) => this.sheet(ctx, planId, quarter, bodyId, form),
    });
  }

  @Post('answers/:quarter/:bodyId/decision')
  @Allow('officer')
  decideOn(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Param('bodyId', ParseId) bodyId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: DecisionForm,
      act: ({ isReturned, reason }) =>
        this.decide.execute(ctx, planId, bodyId, quarter, isReturned ? (reason ?? '') : null),
      next: () => seeOther(planWorkPaths.answers(planId, quarter)),
      again: (form) => this.sheet(ctx, planId, quarter, bodyId, form),
    });
  }
}
