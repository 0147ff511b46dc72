import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { competitionPaths } from '#libs/competitions';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  Listed,
  page,
  ParseId,
  seeOther,
  type AskedList,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { LIMITS } from '../model/limits.js';
import { announcementPaths } from '../paths.js';
import { InquiriesOfCompetition, type InquiryLine } from '../queries/inquiries-of-competition.js';
import { NoteInquiry } from '../use-cases/note-inquiry.js';
import { inquiriesList } from './inquiries.list.js';
import { NoteForm } from './inquiry.forms.js';

const DONE: readonly string[] = ['noted', 'answered', 'refused'];

/** Questions about one call for those who answer them, and the form for one asked by telephone. */
@Controller()
export class InquiriesPage {
  constructor(
    private readonly read: InquiriesOfCompetition,
    private readonly note: NoteInquiry,
  ) {}

  @Get('organiser/competitions/:id/inquiries')
  @Allow('officer', 'director')
  async list(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(inquiriesList) asked: AskedList<InquiryLine>,
    @Query('done') done?: string,
  ): Promise<Result> {
    const competition = await this.read.competition(ctx, id);
    const model = {
      competition,
      back: competitionPaths.overview(id),
      create: announcementPaths.newInquiry(id),
      publicPage: competition.code && announcementPaths.questions(competition.code),
      notice: DONE.includes(done ?? '') ? phrase(ctx.lang, `announcements:done.${done}`) : null,
    };
    const found = await this.read.list(competition, asked);
    return asked.answer('announcements/inquiries.njk', found, model, competition.code);
  }

  @Get('organiser/competitions/:id/inquiries/new')
  @Allow('officer')
  async form(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const competition = await this.read.competition(ctx, id);
    return page('announcements/inquiry-new.njk', {
      competition,
      here: announcementPaths.newInquiry(id),
      back: announcementPaths.inquiries(id),
      limits: LIMITS,
      form,
    });
  }

  @Post('organiser/competitions/:id/inquiries/new')
  @Allow('officer')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NoteForm,
      act: ({ words }) => this.note.execute(ctx, id, words),
      next: (inquiryId) => seeOther(announcementPaths.inquiry(id, inquiryId)),
      again: (form) => this.form(ctx, id, form),
    });
  }
}
