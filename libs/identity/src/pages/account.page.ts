import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, CurrentSession, ParseId, page, seeOther, type Result } from '#libs/platform/http';
import { SUBSTITUTED_ROLES } from '../model/substitution.js';
import { identityPaths } from '../paths.js';
import { MyDetails } from '../queries/my-details.js';
import { MyPowers } from '../queries/my-powers.js';
import { MySecondFactorQuery } from '../queries/my-second-factor.js';
import { MySessions } from '../queries/my-sessions.js';
import { Substitutions } from '../queries/substitutions.js';
import { RevokeSession } from '../use-cases/revoke-session.js';
import { doneOf, saying } from './done.js';

@Controller('account')
export class AccountPage {
  constructor(
    private readonly sessions: MySessions,
    private readonly powers: MyPowers,
    private readonly factor: MySecondFactorQuery,
    private readonly substitutions: Substitutions,
    private readonly details: MyDetails,
    private readonly revoke: RevokeSession,
  ) {}

  @Get()
  @Allow()
  async show(
    @Ctx() ctx: Context,
    @CurrentSession() sessionId: string | null,
    @Query('done') done: unknown,
  ): Promise<Result> {
    return page('identity/account.njk', {
      powers: await this.powers.list(ctx),
      factor: (await this.factor.execute(ctx)).state,
      details: await this.details.execute(ctx),
      substituted: SUBSTITUTED_ROLES,
      substitutions: await this.substitutions.mine(ctx),
      done: doneOf(done),
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
    return id === sessionId
      ? seeOther('/', { session: null })
      : seeOther(saying(identityPaths.account, 'sessions-ended'));
  }

  @Post('sessions/end-others')
  @Allow()
  async endOthers(@Ctx() ctx: Context, @CurrentSession() sessionId: string | null): Promise<Result> {
    await this.revoke.allOthers(ctx, sessionId!);
    return seeOther(saying(identityPaths.account, 'sessions-ended'));
  }
}
