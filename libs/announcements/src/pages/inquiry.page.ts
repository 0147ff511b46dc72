import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { withoutPersonalData } from '#libs/identity';
import { Allow, holds, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
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
import { announcementPaths } from '../paths.js';
import { InquiriesOfCompetition } from '../queries/inquiries-of-competition.js';
import { AnswerInquiry } from '../use-cases/answer-inquiry.js';
import { RefuseInquiry } from '../use-cases/refuse-inquiry.js';
import { AnswerForm, RefusalForm } from './inquiry.forms.js';

/** One question: as it was asked, and the answer or the refusal. */
@Controller('organiser/competitions/:id/inquiries/:inquiryId')
export class InquiryPage {
  constructor(
    private readonly read: InquiriesOfCompetition,
    private readonly answer: AnswerInquiry,
    private readonly refuse: RefuseInquiry,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('inquiryId', ParseId) inquiryId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { inquiry, competition } = await this.read.one(ctx, inquiryId);
    if (competition.id !== id) throw new NotFound();
    return page('announcements/inquiry.njk', {
      inquiry,
      competition,
      canAnswer: inquiry.state === 'asked' && holds(ctx.actor, ['officer'], competition.organiserId),
      wording: withoutPersonalData(inquiry.words),
      willWrite: inquiry.askerId !== null || inquiry.email !== null,
      here: announcementPaths.inquiry(id, inquiryId),
      refusal: announcementPaths.refusal(id, inquiryId),
      correct: competitionPaths.newCorrection(id),
      published: inquiry.number && announcementPaths.answer(competition.code!, inquiry.number),
      back: announcementPaths.inquiries(id),
      limits: LIMITS,
      form,
    });
  }

  @Post()
  @Allow('officer')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('inquiryId', ParseId) inquiryId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: AnswerForm,
      act: (input) => this.answer.execute(ctx, id, inquiryId, input),
      next: () => seeOther(`${announcementPaths.inquiries(id)}?done=answered`),
      again: (form) => this.show(ctx, id, inquiryId, form),
    });
  }

  @Post('refusal')
  @Allow('officer')
  turnDown(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('inquiryId', ParseId) inquiryId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: RefusalForm,
      act: ({ reason }) => this.refuse.execute(ctx, id, inquiryId, reason),
      next: () => seeOther(`${announcementPaths.inquiries(id)}?done=refused`),
      again: (form) => this.show(ctx, id, inquiryId, form),
    });
  }
}
