import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Public, type Context } from '#libs/platform/access';
import {
  AskedList,
  Ctx,
  handleForm,
  Listed,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { longDate } from '#libs/platform/clock';
import { errorText } from '#libs/platform/phrases';
import { askingRefusal, lastDayForAsking } from '../model/asking.js';
import { LIMITS } from '../model/limits.js';
import { announcementPaths } from '../paths.js';
import { PublicAnswers, type PublicAnswer } from '../queries/public-answers.js';
import { AskInquiry } from '../use-cases/ask-inquiry.js';
import { answersList } from './answers.list.js';
import { AskForm } from './inquiry.forms.js';

const WHY = 'anybody may ask about a call, and the answer is for everybody';

/** Questions and answers beside an announcement. */
@Controller()
export class QuestionsPage {
  constructor(
    private readonly read: PublicAnswers,
    private readonly ask: AskInquiry,
  ) {}

  @Get('competitions/:code/questions')
  @Public(WHY)
  async show(
    @Ctx() ctx: Context,
    @Param('code') code: string,
    @Listed(answersList) asked: AskedList<PublicAnswer>,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const competition = await this.read.competition(code);
    const refusal = askingRefusal(competition, ctx.now);
    const last = lastDayForAsking(competition);
    const model = {
      competitionTitle: (ctx.lang === 'en' && competition.titleEn) || competition.title,
      back: competitionPaths.show(code),
      here: announcementPaths.questions(code),
      corrected: competitionPaths.corrections(code),
      corrections: await this.read.corrections(competition),
      closed: refusal && errorText(ctx.lang, { code: refusal, data: { last: last && longDate(last, ctx.lang) } }),
      last,
      ownEmail: ctx.actor.email,
      limits: LIMITS,
      isAsked: done === 'asked',
      form,
    };
    return asked.answer('announcements/questions.njk', await this.read.list(competition, asked), model, code);
  }

  @Post('competitions/:code/questions')
  @Public(WHY)
  submit(
    @Ctx() ctx: Context,
    @Param('code') code: string,
    @Req() request: PortalRequest,
    @Body() body: FormBody,
  ): Promise<Result> {
    const here = announcementPaths.questions(code);
    return handleForm({
      body,
      shape: AskForm,
      act: (input) => this.ask.execute(ctx, code, { ...input, address: request.ip }),
      next: () => seeOther(`${here}?done=asked`),
      again: (form) => this.show(ctx, code, AskedList.whole(answersList, here, ctx), undefined, form),
    });
  }
}
