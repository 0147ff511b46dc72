import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
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
import { announcementPaths } from '../paths.js';
import { MySubscriptions } from '../queries/my-subscriptions.js';
import { EndSubscription } from '../use-cases/end-subscription.js';

class NoFields {}
const DONE: readonly string[] = ['subscribed', 'ended'];

/** What the person follows, each with the button that ends it. */
@Controller('account/subscriptions')
export class MySubscriptionsPage {
  constructor(
    private readonly read: MySubscriptions,
    private readonly end: EndSubscription,
  ) {}

  @Get()
  @Allow()
  async show(@Ctx() ctx: Context, @Query('done') done?: string, form?: FailedForm): Promise<Result> {
    const lines = await this.read.list(ctx);
    return page('announcements/my-subscriptions.njk', {
      lines: lines.map((line) => ({ ...line, end: announcementPaths.endSubscription(line.id) })),
      create: announcementPaths.newSubscription,
      notice: DONE.includes(done ?? '') ? phrase(ctx.lang, `announcements:done.${done}`) : null,
      form,
    });
  }

  @Post(':id/end')
  @Allow()
  stop(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.end.execute(ctx, id),
      next: () => seeOther(`${announcementPaths.mySubscriptions}?done=ended`),
      again: (form) => this.show(ctx, undefined, form),
    });
  }
}
