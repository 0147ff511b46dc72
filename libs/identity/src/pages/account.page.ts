import { Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, CurrentSession, ParseId, page, seeOther, type Result } from '#libs/platform/http';
import { identityPaths } from '../paths.js';
import { MyPowers } from '../queries/my-powers.js';
import { MySessions } from '../queries/my-sessions.js';
import { RevokeSession } from '../use-cases/revoke-session.js';

@Controller('account')
export class AccountPage {
  constructor(
    private readonly sessions: MySessions,
    private readonly powers: MyPowers,
    private readonly revoke: RevokeSession,
  ) {}

  @Get()
  @Allow()
  async show(@Ctx() ctx: Context, @CurrentSession() sessionId: string | null): Promise<Result> {
    return page('identity/account.njk', {
      powers: await this.powers.list(ctx),
      sessions: await this.sessions.list(ctx, sessionId),
    });
  }

  @Post('sessions/:id/end')
  @Allow()
  async end(
    @Ctx() ctx: Context,
    @CurrentSession() sessionId: string | null,
    @Param('id', ParseId) id: string,
  ): Promise<Result> {
    await this.revoke.execute(ctx, id);
    return id === sessionId ? seeOther('/', { session: null }) : seeOther(identityPaths.account);
  }

  @Post('sessions/end-others')
  @Allow()
  async endOthers(@Ctx() ctx: Context, @CurrentSession() sessionId: string | null): Promise<Result> {
    await this.revoke.allOthers(ctx, sessionId!);
    return seeOther(identityPaths.account);
  }
}
