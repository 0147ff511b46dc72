import { Controller, Post } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Ctx, CurrentSession, seeOther, type Result } from '#libs/platform/http';
import { SignOut } from '../use-cases/sign-out.js';

@Controller('sign-out')
export class SignOutPage {
  constructor(private readonly signOut: SignOut) {}

  @Post()
  @Public('whose session is over may still click «Вийти»')
  async save(@Ctx() ctx: Context, @CurrentSession() sessionId: string | null): Promise<Result> {
    await this.signOut.execute(ctx, sessionId);
    return seeOther('/', { session: null });
  }
}
