import { Body, Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { EMAIL_LENGTH_MAX, EMAIL_SHAPE } from '#libs/identity';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  page,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { LIMITS } from '../model/limits.js';
import { TOPIC_NAME, type TopicName } from '../model/subscription.js';
import { subscriptionOfToken } from '../model/subscription-token.js';
import { announcementPaths } from '../paths.js';
import { topicChoices } from '../queries/topics.js';
import { ConfirmSubscription } from '../use-cases/confirm-subscription.js';
import { Subscribe } from '../use-cases/subscribe.js';

class TopicForm {
  @TextField({ max: 80, code: 'platform.choose', pattern: TOPIC_NAME, patternCode: 'platform.choose' })
  topic: TopicName;
}

class AddressForm extends TopicForm {
  @TextField({
    max: EMAIL_LENGTH_MAX,
    code: 'announcements.email-form',
    pattern: EMAIL_SHAPE,
    patternCode: 'announcements.email-form',
  })
  email: string;
}

const WHY = 'calls are public, and so is the wish to hear of them; an address is written to after its owner says yes';

/** Letters about new calls or about one competition: for an account by one button, for an address by its own yes. */
@Controller('subscriptions')
export class SubscribePage {
  constructor(
    private readonly db: Database,
    private readonly subscribe: Subscribe,
    private readonly confirm: ConfirmSubscription,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('new')
  @Public(WHY)
  async show(
    @Ctx() ctx: Context,
    @Query('competition') code?: unknown,
    @Query('organiser') slug?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const choices = await topicChoices(this.db, ctx.lang, typeof code === 'string' && code !== '' ? code : null);
    const asked = choices.find(({ value }) => value === `organiser:${String(slug)}`) ?? choices[0]!;
    return page('announcements/subscribe.njk', {
      choices,
      topic: asked.value,
      hasAccount: ctx.actor.kind === 'person',
      days: LIMITS.daysAfterEnd,
      here: announcementPaths.newSubscription,
      mine: announcementPaths.mySubscriptions,
      form,
    });
  }

  @Post('new')
  @Public(WHY)
  save(@Ctx() ctx: Context, @Req() request: PortalRequest, @Body() body: FormBody): Promise<Result> {
    const again = (form: FailedForm) => this.show(ctx, codeIn(body), undefined, form);
    if (ctx.actor.kind === 'person')
      return handleForm({
        body,
        shape: TopicForm,
        act: ({ topic }) => this.subscribe.account(ctx, topic),
        next: () => seeOther(`${announcementPaths.mySubscriptions}?done=subscribed`),
        again,
      });
    return handleForm({
      body,
      shape: AddressForm,
      act: ({ topic, email }) => this.subscribe.address(ctx, topic, email, request.ip),
      next: () => seeOther(announcementPaths.subscriptionAsked),
      again,
    });
  }

  @Get('asked')
  @Public('the same words for a known and for an unknown address')
  asked(): Result {
    return page('announcements/subscription.njk', { state: 'asked' });
  }

  @Get(':token')
  @Public('the address itself is the secret of whoever got the letter')
  ask(@Param('token') token: string): Result {
    if (subscriptionOfToken(token, this.config.sessionSecret) === null) throw new NotFound();
    return page('announcements/subscription.njk', {
      state: 'confirm',
      address: announcementPaths.confirmSubscription(token),
    });
  }

  /** Only a POST: programs that look at links only look. */
  @Post(':token')
  @Public('the address itself is the secret of whoever got the letter')
  async yes(@Ctx() ctx: Context, @Param('token') token: string): Promise<Result> {
    await this.confirm.execute(ctx, token);
    return page('announcements/subscription.njk', { state: 'confirmed' });
  }
}

/** The competition that the form was about, so that it is offered again. */
function codeIn(body: FormBody): string | undefined {
  const topic = typeof body?.topic === 'string' && TOPIC_NAME.test(body.topic) ? body.topic : '';
  return topic.startsWith('competition:') ? topic.slice('competition:'.length) : undefined;
}
