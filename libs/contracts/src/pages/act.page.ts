import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { NotFound } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { contractPolicy } from '../access/contract.policy.js';
import { ACT_KINDS, GROUNDS, type ActKind } from '../model/act.js';
import { contractLifecycle } from '../model/contract.lifecycle.js';
import { contractPaths } from '../paths.js';
import { ContractForPage } from '../queries/contract-for-page.js';
import { SignAct } from '../use-cases/sign-act.js';
import { ActForm } from './change.forms.js';

/** The director stops a contract, lets it go on, or ends it early. */
@Controller()
export class ActPage {
  constructor(
    private readonly read: ContractForPage,
    private readonly sign: SignAct,
  ) {}

  @Get('organiser/contracts/:id/acts/:kind')
  @Allow('director')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('kind') name: string,
    form?: FailedForm,
  ): Promise<Result> {
    const kind = kindOf(name);
    const { contract, content } = await this.read.execute(ctx, id);
    demand(contractPolicy, 'sign', ctx.actor, contract);
    if (!form) contractLifecycle.next(contract.state, kind, {});
    return page('contracts/act.njk', {
      ...{ contract, content, kind, form, grounds: GROUNDS, today: kyivDay(ctx.now) },
      paths: { self: contractPaths.actOf(id, kind), back: contractPaths.show(id) },
    });
  }

  @Post('organiser/contracts/:id/acts/:kind')
  @Allow('director')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('kind') name: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const kind = kindOf(name);
    return handleForm({
      ...{ body, shape: ActForm },
      act: ({ spent, ...act }) => this.sign.execute(ctx, id, { ...act, kind, spentKop: spent }),
      next: () => seeOther(contractPaths.show(id)),
      again: (form) => this.show(ctx, id, kind, form),
    });
  }
}

function kindOf(name: string): ActKind {
  if (!(ACT_KINDS as readonly string[]).includes(name)) throw new NotFound();
  return name as ActKind;
}
