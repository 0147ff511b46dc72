import { Controller, Get } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, type Result } from '#libs/platform/http';
import { quickLinks } from '../model/quick-links.js';
import { DeskItems } from '../queries/desk-items.js';
import { MyPowers } from '../queries/my-powers.js';

@Controller('desk')
export class DeskPage {
  constructor(
    private readonly items: DeskItems,
    private readonly powers: MyPowers,
  ) {}

  @Get()
  @Allow()
  async show(@Ctx() ctx: Context): Promise<Result> {
    const organisations = (await this.powers.list(ctx)).filter((power) => power.role === 'applicant');
    const items = await this.items.list(ctx);
    return page('identity/desk.njk', { items, links: quickLinks(ctx.actor), organisations, now: ctx.now });
  }
}
