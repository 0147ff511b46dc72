import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  type AskedList,
  Ctx,
  type FailedForm,
  type FormBody,
  handleForm,
  KyivMomentField,
  Listed,
  OneOfField,
  page,
  ParseId,
  type Result,
  seeOther,
  TextField,
} from '#libs/platform/http';
import { UNREAD_DAYS } from '../model/call-rules.js';
import { toneOf } from '../model/delivery.js';
import { textParts } from '../model/text-parts.js';
import { noticePaths } from '../paths.js';
import { Calls, type CallLine } from '../queries/calls.js';
import { clockSentence } from '../queries/notice-clocks.js';
import { ServedNoticeCard } from '../queries/served-notice.js';
import { RecordCall } from '../use-cases/record-call.js';
import { callsList } from './calls.list.js';

class CallForm {
  @KyivMomentField() calledAt: Date;
  @OneOfField(['yes', 'no'], { code: 'notifications.choose-reached' }) reached: 'yes' | 'no';
  @TextField({ max: 200, required: false }) whom: string | null;
  @TextField({ max: 2_000, required: false }) said: string | null;
}

/** The call list of an authority, and one notice on it. */
@Controller('organiser/calls')
export class CallsPage {
  constructor(
    private readonly calls: Calls,
    private readonly card: ServedNoticeCard,
    private readonly record: RecordCall,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async list(@Ctx() ctx: Context, @Listed(callsList) asked: AskedList<CallLine>): Promise<Result> {
    const model = { paths: noticePaths, days: UNREAD_DAYS };
    return asked.answer('notifications/calls.njk', await this.calls.list(ctx, asked), model);
  }

  @Get(':id')
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const card = await this.card.execute(ctx, id);
    const [first] = card.letters;
    return page('notifications/call.njk', {
      ...{ card, form, toneOf, paths: noticePaths, subject: first?.subject ?? '' },
      sentence: clockSentence(card.start, ctx.lang),
      parts: textParts(first?.body ?? ''),
    });
  }

  @Post(':id')
  @Allow('officer', 'director')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: CallForm,
      act: ({ reached, ...call }) => this.record.execute(ctx, id, { ...call, isReached: reached === 'yes' }),
      next: () => seeOther(noticePaths.call(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
