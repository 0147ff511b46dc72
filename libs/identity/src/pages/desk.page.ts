import { Controller, Get } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, type Result } from '#libs/platform/http';
import { quickLinks } from '../model/quick-links.js';
import { DeskItems } from '../queries/desk-items.js';
import { MySecondFactorQuery } from '../queries/my-second-factor.js';
import { MyPowers } from '../queries/my-powers.js';
import { Substitutions } from '../queries/substitutions.js';

@Controller('desk')
export class DeskPage {
  constructor(
    private readonly items: DeskItems,
    private readonly powers: MyPowers,
    private readonly factor: MySecondFactorQuery,
    private readonly substitutions: Substitutions,
  ) {}

  @Get()
  @Allow()
  async show(@Ctx() ctx: Context): Promise<Result> {
    const organisations = (await this.powers.list(ctx)).filter((power) => power.role === 'applicant');
    const items = await this.items.list(ctx);
    const substitutions = await this.substitutions.mine(ctx);
    const { isPowerWithheld } = await this.factor.execute(ctx);
    const links = quickLinks(ctx.actor);
    return page('identity/desk.njk', {
      items,
      links,
      organisations,
      substitutions,
      isPowerWithheld,
      now: ctx.now,
    });
  }
}
