import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
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
import { phrase } from '#libs/platform/phrases';
import { eventPaths } from '../paths.js';
import { attendanceOf } from '../queries/attendance.js';
import { CheckInList } from '../queries/check-in-list.js';
import { CheckIn } from '../use-cases/check-in.js';
import { NoteAttendance } from '../use-cases/note-attendance.js';
import { CodeForm, CountsForm, PaperForm } from './day.forms.js';
import { NoFields } from './event.forms.js';

const DONE: readonly string[] = ['code', 'paper', 'counts'];

/** The day itself: codes, the list, names and counts from paper – all equal. */
@Controller('organiser/events/:id')
export class CheckInPage {
  constructor(
    private readonly db: Database,
    private readonly people: CheckInList,
    private readonly checkIn: CheckIn,
    private readonly note: NoteAttendance,
  ) {}

  @Get('check-in')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('code') code?: unknown,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { event, guests } = await this.people.execute(ctx, id);
    return page('events/check-in.njk', {
      ...{ event, form },
      guests: guests.map((one) => ({
        ...one,
        href: eventPaths.guestAct(id, one.id, one.isThere ? 'absence' : 'presence'),
      })),
      attendance: await attendanceOf(this.db, id),
      code: typeof code === 'string' ? code.slice(0, 20) : '',
      here: eventPaths.checkIn(id),
      paper: eventPaths.paper(id),
      counts: `${eventPaths.paper(id)}/counts`,
      sheet: eventPaths.sheet(id),
      back: eventPaths.work(id),
      notice: DONE.includes(done ?? '') ? phrase(ctx.lang, `events:checkedIn.${done}`) : null,
    });
  }

  @Post('check-in')
  @Allow('officer')
  byCode(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: CodeForm,
      act: ({ code }) => this.checkIn.byCode(ctx, id, code),
      next: () => seeOther(`${eventPaths.checkIn(id)}?done=code`),
      again: (form) => this.show(ctx, id, undefined, undefined, form),
    });
  }

  @Post('paper')
  @Allow('officer')
  names(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: PaperForm,
      act: ({ names }) => this.note.names(ctx, id, names),
      next: () => seeOther(`${eventPaths.checkIn(id)}?done=paper`),
      again: (form) => this.show(ctx, id, undefined, undefined, form),
    });
  }

  @Post('paper/counts')
  @Allow('officer')
  counts(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: CountsForm,
      act: (input) => this.note.counts(ctx, id, input),
      next: () => seeOther(`${eventPaths.checkIn(id)}?done=counts`),
      again: (form) => this.show(ctx, id, undefined, undefined, form),
    });
  }

  @Post('people/:guestId/presence')
  @Allow('officer')
  isThere(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('guestId', ParseId) guestId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.step(ctx, id, body, () => this.checkIn.execute(ctx, guestId));
  }

  @Post('people/:guestId/absence')
  @Allow('officer')
  isNotThere(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('guestId', ParseId) guestId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.step(ctx, id, body, () => this.checkIn.undo(ctx, guestId));
  }

  private step(ctx: Context, id: string, body: FormBody, act: () => Promise<void>): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act,
      next: () => seeOther(eventPaths.checkIn(id)),
      again: (form) => this.show(ctx, id, undefined, undefined, form),
    });
  }

  /** To print and to sign: whoever is expected, and empty lines for whoever comes besides. */
  @Get('sheet')
  @Allow('officer', 'director')
  async sheet(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { event, guests } = await this.people.execute(ctx, id);
    return page('events/sheet.njk', { event, guests, back: eventPaths.checkIn(id) });
  }
}
