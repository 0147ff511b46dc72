import { Controller, Get, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, type Result } from '#libs/platform/http';
import { DESK_GROUPS, grouped } from '../model/desk-groups.js';
import { ROLES_WITHOUT_WORK } from '../model/roles.js';
import { quickLinks } from '../model/quick-links.js';
import type { DeskItem } from '../ports/desk-source.port.js';
import { DeskItems } from '../queries/desk-items.js';
import { MySecondFactorQuery } from '../queries/my-second-factor.js';
import { MyPowers } from '../queries/my-powers.js';
import { Substitutions, type MySubstitution } from '../queries/substitutions.js';

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
  async show(@Ctx() ctx: Context, @Query('group') asked?: unknown): Promise<Result> {
    const whole = DESK_GROUPS.find((group) => group === asked) ?? null;
    const powers = await this.powers.list(ctx);
    const items = await this.items.list(ctx);
    const substitutions = await this.substitutions.mine(ctx);
    const { isPowerWithheld } = await this.factor.execute(ctx);
    const links = quickLinks(ctx.actor);
    return page('identity/desk.njk', {
      ...{ count: items.length, groups: grouped(items.map(withHolder(substitutions)), ctx.now, whole) },
      links,
      organisations: powers.filter(({ role }) => role === 'applicant'),
      waitingRoles: ROLES_WITHOUT_WORK.filter((role) => powers.some((power) => power.role === role)),
      audits: powers.filter(({ role }) => role === 'auditor'),
      substitutions,
      isPowerWithheld,
      now: ctx.now,
    });
  }
}

/** Work that came with the power of somebody who is away says whose it is. */
const withHolder =
  (substitutions: readonly MySubstitution[]) =>
  (item: DeskItem): DeskItem & { holder?: string } => ({
    ...item,
    holder: substitutions.find(({ role, isAway, isToday }) => role === item.role && isToday && !isAway)?.holderName,
  });
