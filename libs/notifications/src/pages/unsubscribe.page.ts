import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { Ctx, page, type Result } from '#libs/platform/http';
import { SUBSCRIPTION } from '../model/notice-kinds.js';
import { noticePaths } from '../paths.js';
import { letterToEnd } from '../queries/letter-to-end.js';
import { SavePreference } from '../use-cases/save-preference.js';

const WHY = 'the address itself is the secret of whoever got the letter, and mail programs press the button (RFC 8058)';

/** Ends letters of one kind, or one subscription, without signing in. Only a POST does it: who looks at links only looks. */
@Controller('unsubscribe/:token')
export class UnsubscribePage {
  constructor(
    private readonly db: Database,
    private readonly save: SavePreference,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  @Public(WHY)
  ask(@Param('token') token: string): Promise<Result> {
    return this.page(token, false);
  }

  @Post()
  @Public(WHY)
  async act(@Ctx() ctx: Context, @Param('token') token: string): Promise<Result> {
    await this.save.unsubscribe(ctx, token);
    return this.page(token, true);
  }

  private async page(token: string, isDone: boolean): Promise<Result> {
    const { kind } = await letterToEnd(this.db, token, this.config.sessionSecret);
    return page('notifications/unsubscribe.njk', {
      ...{ address: noticePaths.unsubscribe(token), paths: noticePaths, isDone },
      isSubscription: kind === SUBSCRIPTION,
    });
  }
}
