import { Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { NotFound } from '#libs/platform/errors';
import { Ctx, page, type Result } from '#libs/platform/http';
import { messageOfToken } from '../model/unsubscribe-token.js';
import { noticePaths } from '../paths.js';
import { SavePreference } from '../use-cases/save-preference.js';

const WHY = 'the address itself is the secret of whoever got the letter, and mail programs press the button (RFC 8058)';

/** Ends letters of one kind, without signing in. Only a POST does it: programs that look at links only look. */
@Controller('unsubscribe/:token')
export class UnsubscribePage {
  constructor(
    private readonly save: SavePreference,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get()
  @Public(WHY)
  ask(@Param('token') token: string): Result {
    if (messageOfToken(token, this.config.sessionSecret) === null) throw new NotFound();
    return page('notifications/unsubscribe.njk', { address: noticePaths.unsubscribe(token), paths: noticePaths });
  }

  @Post()
  @Public(WHY)
  async act(@Ctx() ctx: Context, @Param('token') token: string): Promise<Result> {
    await this.save.unsubscribe(ctx, token);
    return page('notifications/unsubscribe.njk', { isDone: true, paths: noticePaths });
  }
}
