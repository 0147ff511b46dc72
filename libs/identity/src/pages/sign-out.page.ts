import { Controller, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public, type Context } from '#libs/platform/access';
import { Ctx, CurrentSession, seeOther, type Result } from '#libs/platform/http';
import { SignOut } from '../use-cases/sign-out.js';

@Controller('sign-out')
export class SignOutPage {
  constructor(private readonly signOut: SignOut) {}

  @Post()
  @Public('whose session is over may still click «Вийти»')
  async save(
    @Ctx() ctx: Context,
    @CurrentSession() sessionId: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Result> {
    await this.signOut.execute(ctx, sessionId);
    // Drafts and kept pages of proposals stay on nobody's device. Not "cache": the style sheet is nobody's secret.
    reply.header('clear-site-data', '"storage"');
    return seeOther('/', { session: null });
  }
}
