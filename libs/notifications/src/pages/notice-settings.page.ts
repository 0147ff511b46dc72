import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import {
  Ctx,
  type FailedForm,
  type FormBody,
  handleForm,
  OneOfField,
  page,
  type Result,
  seeOther,
  TickField,
  WholeNumberField,
} from '#libs/platform/http';
import { isObligatory, NOTICE_KINDS, OPTIONAL_KINDS, type NoticeKind } from '../model/notice-kinds.js';
import { FREQUENCIES, type Frequency } from '../model/preference.js';
import { noticePaths } from '../paths.js';
import { preferenceOf } from '../queries/preference.js';
import { SavePreference } from '../use-cases/save-preference.js';

class SettingsForm {
  @OneOfField(FREQUENCIES) frequency: Frequency;
  @WholeNumberField({ min: 0, max: 23 }) dailyHour: number;
  /** Ticked = letters come. One box for each kind that may be switched off. */
  @TickField() work = false;
  @TickField() reminder = false;
  @TickField() subscription = false;
}

/** What comes by letter and how often. */
@Controller('account/notices')
export class NoticeSettingsPage {
  constructor(
    private readonly db: Database,
    private readonly save: SavePreference,
  ) {}

  @Get()
  @Allow()
  async show(@Ctx() ctx: Context, @Query('done') done: unknown, form?: FailedForm): Promise<Result> {
    return page('notifications/settings.njk', {
      ...{ form, frequencies: FREQUENCIES, optional: OPTIONAL_KINDS, paths: noticePaths },
      obligatory: NOTICE_KINDS.filter(isObligatory),
      preference: await preferenceOf(this.db, ctx.actor.personId!),
      isDone: done === 'saved',
    });
  }

  @Post()
  @Allow()
  change(@Ctx() ctx: Context, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: SettingsForm,
      act: ({ frequency, dailyHour, ...wanted }) =>
        this.save.execute(ctx, { frequency, dailyHour, muted: mutedOf(wanted) }),
      next: () => seeOther(`${noticePaths.settings}?done=saved`),
      again: (form) => this.show(ctx, undefined, form),
    });
  }
}

const mutedOf = (wanted: Partial<Record<NoticeKind, boolean>>): NoticeKind[] =>
  OPTIONAL_KINDS.filter((kind) => !wanted[kind]);
