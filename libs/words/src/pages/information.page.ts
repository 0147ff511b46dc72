import { Controller, Get } from '@nestjs/common';
import { Public, holds, type Context } from '#libs/platform/access';
import { Ctx, page, type Result } from '#libs/platform/http';
import { wordsPaths } from '../paths.js';
import { InformationPages, keyOfPage, type InformationPage } from '../queries/information.js';

/** Pages of words to which every footer leads; the administrator words them. */
@Controller()
export class InformationPagesPage {
  constructor(private readonly pages: InformationPages) {}

  @Get('accessibility')
  @Public('the accessibility statement is for everybody')
  accessibility(@Ctx() ctx: Context): Promise<Result> {
    return this.show(ctx, 'accessibility');
  }

  @Get('personal-data')
  @Public('what happens to personal data is for everybody')
  personalData(@Ctx() ctx: Context): Promise<Result> {
    return this.show(ctx, 'personalData');
  }

  @Get('how-it-goes')
  @Public('how a competition goes is for everybody')
  howItGoes(@Ctx() ctx: Context): Promise<Result> {
    return this.show(ctx, 'howItGoes');
  }

  @Get('terms')
  @Public('the terms of use are for everybody')
  terms(@Ctx() ctx: Context): Promise<Result> {
    return this.show(ctx, 'terms');
  }

  private async show(ctx: Context, name: InformationPage): Promise<Result> {
    const version = await this.pages.last(name);
    const editPath = holds(ctx.actor, ['administrator']) ? wordsPaths.text(null, keyOfPage(name)) : null;
    return page('words/information.njk', { name, version, isDraft: version?.isShipped ?? true, editPath });
  }
}
