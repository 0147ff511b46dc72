import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import { startSession } from '#libs/identity';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database, UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField, NotFound } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  KyivMomentField,
  page,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { Sweeper } from '#libs/platform/jobs';
import { AdvanceDemoClock } from '../../../demo/advance-demo-clock.js';
import { DEMO_PASSWORD, demoAccounts, demoGroups } from '../../../demo/demo-accounts.js';

const LEAP_MAX_DAYS = 400;
const DAY_MS = 86_400_000;

class ClockForm {
  @KyivMomentField()
  to: Date;
}

class SignInForm {
  @TextField({ max: 254 })
  email: string;
}

/** The demo's own page: who to be, and what time it is. In production there is no such page. */
@Controller()
export class DemoPage {
  constructor(
    @Inject(Config) private readonly config: Config,
    private readonly clock: AdvanceDemoClock,
    private readonly sweeper: Sweeper,
    private readonly uow: UnitOfWork,
    private readonly db: Database,
  ) {}

  @Get('demo')
  @Public('only in demo mode: the accounts of the demo world and its clock')
  async show(@Ctx() ctx: Context, form?: FailedForm): Promise<Result> {
    this.demandDemo();
    return page('portal/demo.njk', {
      groups: demoGroups(),
      password: DEMO_PASSWORD,
      now: ctx.now,
      nextDue: await this.sweeper.nextDueAt(),
      form,
    });
  }

  @Post('demo/clock')
  @Public('only in demo mode: moves time forward')
  async move(@Ctx() ctx: Context, @Body() body: FormBody): Promise<Result> {
    this.demandDemo();
    return handleForm({
      body,
      shape: ClockForm,
      act: async ({ to }) => {
        if (to <= ctx.now) throw invalidField('to', 'portal.clock-back');
        if (to.getTime() - ctx.now.getTime() > LEAP_MAX_DAYS * DAY_MS)
          throw invalidField('to', 'portal.clock-leap', { days: LEAP_MAX_DAYS });
        await this.clock.to(to);
      },
      next: () => seeOther('/demo'),
      again: (form) => this.show(ctx, form),
    });
  }

  @Post('demo/clock/next')
  @Public('only in demo mode: moves time to the next event')
  async next(): Promise<Result> {
    this.demandDemo();
    await this.clock.toNextDue();
    return seeOther('/demo');
  }

  @Post('demo/sign-in')
  @Public('only in demo mode: signs in as a person of the demo world')
  async signIn(@Ctx() ctx: Context, @Body() body: FormBody): Promise<Result> {
    this.demandDemo();
    return handleForm({
      body,
      shape: SignInForm,
      act: async ({ email }) => {
        if (!demoAccounts().some((account) => account.email === email)) throw new NotFound();
        const person = await this.db.one<{ id: string }>(
          'select id from identity.person where lower(email) = lower($1)',
          [email],
        );
        if (!person) throw new Conflict('portal.demo-person-changed');
        return this.uow.run(ctx, (tx) => startSession(tx, person.id, 'demo'));
      },
      next: (session) => seeOther('/desk', { session }),
      again: (form) => this.show(ctx, form),
    });
  }

  private demandDemo(): void {
    if (!this.config.demo) throw new NotFound();
  }
}
