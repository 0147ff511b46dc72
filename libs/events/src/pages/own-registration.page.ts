import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import QRCode from 'qrcode';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import {
  Ctx,
  download,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { LIMITS } from '../model/limits.js';
import { eventPaths } from '../paths.js';
import { EventsForFeed } from '../queries/events-for-feed.js';
import { OwnRegistrationViewer } from '../queries/own-registration-view.js';
import { mayStep, OwnRegistration } from '../use-cases/own-registration.js';
import { icsOfEvents, titleOf } from './event-feed.js';
import { changeView } from './event-view.js';
import { NoFields } from './event.forms.js';
import { OwnDetailsForm } from './registration.forms.js';

const WHY = 'the address itself is the secret of whoever got the letter';
const DONE: readonly string[] = ['confirmation', 'acceptance', 'withdrawal', 'saved'];

/** One's own registration: see it, put it right, give the place back. No account, no password. */
@Controller('e/:token')
export class OwnRegistrationPage {
  constructor(
    private readonly read: OwnRegistrationViewer,
    private readonly own: OwnRegistration,
    private readonly feed: EventsForFeed,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  @Public(WHY)
  async show(
    @Ctx() ctx: Context,
    @Param('token') token: string,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { registration, view, position, isInside, slots } = await this.read.execute(ctx, token);
    const { event } = view;
    const may = (action: 'prove' | 'accept' | 'withdraw') =>
      event.startsAt! > ctx.now && event.state !== 'cancelled' && mayStep(registration.state, action);
    return page('events/own-registration.njk', {
      ...{ registration, view, event, position, isInside, slots, limits: LIMITS, form },
      title: titleOf(event, ctx.lang),
      changes: view.changes.map((change) => changeView(change, ctx.lang)),
      qr: isInside ? await this.qr(event.id, registration.code) : null,
      acts: {
        confirmation: may('prove') ? eventPaths.ownAct(token, 'confirmation') : null,
        acceptance: may('accept') ? eventPaths.ownAct(token, 'acceptance') : null,
        withdrawal: may('withdraw') ? eventPaths.ownAct(token, 'withdrawal') : null,
      },
      certificate:
        registration.state === 'attended' && event.state === 'reported' ? eventPaths.ownCertificate(token) : null,
      here: eventPaths.own(token),
      calendar: eventPaths.ownCalendar(token),
      back: eventPaths.show(event.id),
      notice: DONE.includes(done ?? '') ? phrase(ctx.lang, `events:ownDone.${done}`) : null,
    });
  }

  @Post()
  @Public(WHY)
  save(@Ctx() ctx: Context, @Param('token') token: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: OwnDetailsForm,
      act: (input) => this.own.change(ctx, token, input),
      next: () => seeOther(`${eventPaths.own(token)}?done=saved`),
      again: (form) => this.show(ctx, token, undefined, form),
    });
  }

  @Get('event.ics')
  @Public(WHY)
  async calendar(@Ctx() ctx: Context, @Param('token') token: string): Promise<Result> {
    const { view, isInside } = await this.read.execute(ctx, token);
    const frame = { lang: ctx.lang, origin: this.config.publicUrl, isInside };
    const text = icsOfEvents([await this.feed.one(view.event)], frame);
    return download(Buffer.from(text), { name: 'event.ics', mediaType: 'text/calendar; charset=utf-8', inline: true });
  }

  /** Only a POST: programs that look at links only look. */
  @Post('confirmation')
  @Public(WHY)
  prove(@Ctx() ctx: Context, @Param('token') token: string, @Body() body: FormBody): Promise<Result> {
    return this.step(ctx, token, body, 'confirmation', () => this.own.prove(ctx, token));
  }

  @Post('acceptance')
  @Public(WHY)
  accept(@Ctx() ctx: Context, @Param('token') token: string, @Body() body: FormBody): Promise<Result> {
    return this.step(ctx, token, body, 'acceptance', () => this.own.accept(ctx, token));
  }

  @Post('withdrawal')
  @Public(WHY)
  withdraw(@Ctx() ctx: Context, @Param('token') token: string, @Body() body: FormBody): Promise<Result> {
    return this.step(ctx, token, body, 'withdrawal', () => this.own.withdraw(ctx, token));
  }

  private step(ctx: Context, token: string, body: FormBody, done: string, act: () => Promise<void>): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act,
      next: () => seeOther(`${eventPaths.own(token)}?done=${done}`),
      again: (form) => this.show(ctx, token, undefined, form),
    });
  }

  /** A telephone at the door opens the page of this guest. */
  private qr(eventId: string, code: string): Promise<string> {
    const url = `${this.config.publicUrl}${eventPaths.checkIn(eventId)}?code=${code}`;
    return QRCode.toDataURL(url, { errorCorrectionLevel: 'M', margin: 4, width: 264 });
  }
}
