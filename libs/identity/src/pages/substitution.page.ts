import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  DayField,
  ParseId,
  TextField,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { identityPaths } from '../paths.js';
import { PowerForHandingOver } from '../queries/power-to-hand-over.js';
import { Substitutions } from '../queries/substitutions.js';
import { AppointSubstitute, type NewSubstitution } from '../use-cases/appoint-substitute.js';
import { EndSubstitution } from '../use-cases/end-substitution.js';
import { saying } from './done.js';

const UUID = /^[0-9a-f-]{36}$/;

class SubstitutionForm implements NewSubstitution {
  @TextField({ max: 36, code: 'identity.choose-substitute', pattern: UUID, patternCode: 'identity.choose-substitute' })
  substituteId: string;
  @DayField() fromOn: string;
  @DayField() untilOn: string;
  @TextField({ max: 300, code: 'identity.position-empty' }) position: string;
  @TextField({ max: 60, code: 'identity.act-number-empty' }) actNumber: string;
  @DayField() actOn: string;
}

class EndForm {
  @TextField({ max: 500, code: 'identity.reason-empty' }) reason: string;
}

/** Handing a power over while its holder is away, and taking it back. */
@Controller()
export class SubstitutionPage {
  constructor(
    private readonly read: PowerForHandingOver,
    private readonly substitutions: Substitutions,
    private readonly appoint: AppointSubstitute,
    private readonly endSubstitution: EndSubstitution,
  ) {}

  @Get('account/powers/:id/substitution')
  @Allow()
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { power, candidates } = await this.read.execute(ctx, id);
    return page('identity/substitution.njk', { power, candidates, back: backOf(ctx, power.personId), form });
  }

  @Post('account/powers/:id/substitution')
  @Allow()
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: SubstitutionForm,
      act: async (wish) => {
        const { power } = await this.read.execute(ctx, id);
        await this.appoint.execute(ctx, id, wish);
        return power.personId;
      },
      next: (holderId) => seeOther(saying(backOf(ctx, holderId), 'substitute-appointed')),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Get('account/substitutions/:id/end')
  @Allow()
  async showEnd(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const substitution = await this.substitutions.one(ctx, id);
    return page('identity/end-substitution.njk', { substitution, back: backOf(ctx, substitution.holderId), form });
  }

  @Post('account/substitutions/:id/end')
  @Allow()
  end(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: EndForm,
      act: async ({ reason }) => {
        const { holderId } = await this.substitutions.one(ctx, id);
        await this.endSubstitution.execute(ctx, id, reason);
        return holderId;
      },
      next: (holderId) => seeOther(saying(backOf(ctx, holderId), 'substitution-ended')),
      again: (form) => this.showEnd(ctx, id, form),
    });
  }
}

/** A person came from the own account, an administrator from the card of the person. */
const backOf = (ctx: Context, holderId: string): string =>
  ctx.actor.personId === holderId ? identityPaths.account : identityPaths.person(holderId);
