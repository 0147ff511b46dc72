import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { acceptedExtensions } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  handleUpload,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { errorText, phrase } from '#libs/platform/phrases';
import { eventLifecycle, OUTCOME_MIN } from '../model/event.lifecycle.js';
import { LIMITS } from '../model/limits.js';
import { eventPaths } from '../paths.js';
import { eventFor } from '../queries/find-event.js';
import { outcomeOf, outcomeSubject } from '../queries/outcome.js';
import { ReportEvent } from '../use-cases/report-event.js';
import { WriteOutcome } from '../use-cases/write-outcome.js';
import { NoFields } from './event.forms.js';
import { MaterialForm, OutcomeForm } from './day.forms.js';

const DONE: readonly string[] = ['saved', 'file', 'report'];

/** What came of an event: figures, words, files; then it is reported. */
@Controller('organiser/events/:id')
export class OutcomePage {
  constructor(
    private readonly db: Database,
    private readonly write: WriteOutcome,
    private readonly report: ReportEvent,
  ) {}

  @Get('outcome')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const event = await eventFor(this.db, ctx.actor, id, 'act');
    const outcome = await outcomeOf(this.db, id);
    const subject = { lacks: 0, startsAt: event.startsAt, now: ctx.now, outcome: outcomeSubject(outcome) };
    const step = eventLifecycle.available(event.state, 'officer', subject).find(({ action }) => action === 'report');
    return page('events/outcome.njk', {
      ...{ event, outcome, limits: LIMITS, least: OUTCOME_MIN, form },
      accept: acceptedExtensions(),
      report: step && {
        href: eventPaths.report(id),
        reason: step.reason && errorText(ctx.lang, { code: step.reason, data: {} }),
      },
      checkIn: eventPaths.checkIn(id),
      here: eventPaths.outcome(id),
      materials: eventPaths.materials(id),
      files: outcome.materials.map((one) => ({ ...one, href: eventPaths.material(id, one.id) })),
      back: eventPaths.work(id),
      notice: DONE.includes(done ?? '') ? phrase(ctx.lang, `events:outcomeDone.${done}`) : null,
    });
  }

  @Post('outcome')
  @Allow('officer')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: OutcomeForm,
      act: (input) => this.write.execute(ctx, id, input),
      next: () => seeOther(`${eventPaths.outcome(id)}?done=saved`),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }

  @Post('materials')
  @Allow('officer')
  add(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    return handleUpload({
      ...{ request, shape: MaterialForm },
      act: async ({ title }, file) => {
        if (!file) throw invalidField('file', 'events.no-file');
        return this.write.addFile(ctx, id, title, file);
      },
      next: () => seeOther(`${eventPaths.outcome(id)}?done=file`),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }

  @Post('report')
  @Allow('officer')
  publish(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.report.execute(ctx, id),
      next: () => seeOther(`${eventPaths.work(id)}?done=report`),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }
}
