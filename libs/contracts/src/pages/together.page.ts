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
import { contractsPolicy } from '../access/contract.policy.js';
import { contractPaths } from '../paths.js';
import { ContractsTogether, TOGETHER, type TogetherAct } from '../queries/contracts-together.js';
import { OfferContracts } from '../use-cases/offer-contracts.js';
import { PutInForce } from '../use-cases/put-in-force.js';
import { SignContracts } from '../use-cases/sign-contracts.js';
import { InForceForm, TogetherForm } from './contract.forms.js';

/** One step of several contracts: who is ready, what is in the way of others, then the act. */
@Controller()
export class TogetherPage {
  constructor(
    private readonly together: ContractsTogether,
    private readonly offer: OfferContracts,
    private readonly sign: SignContracts,
    private readonly force: PutInForce,
  ) {}

  @Get('organiser/competitions/:id/contracts/together/:act')
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('act') act: string,
    form?: FailedForm,
  ): Promise<Result> {
    const step = actOf(act);
    const { competition, candidates } = await this.together.execute(ctx, id, step);
    demand(contractsPolicy, step === 'sign' ? 'sign' : 'write', ctx.actor, competition);
    return page('contracts/together.njk', {
      ...{ competition, candidates, act: step, form, today: kyivDay(ctx.now) },
      paths: {
        self: contractPaths.together(id, step),
        back: contractPaths.ofCompetition(id),
        show: contractPaths.show,
      },
    });
  }

  @Post('organiser/competitions/:id/contracts/together/:act')
  @Allow('officer', 'director')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('act') act: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const step = actOf(act);
    const shape: new () => TogetherForm & { on?: string } = step === 'put-in-force' ? InForceForm : TogetherForm;
    return handleForm({
      ...{ body, shape },
      act: ({ ids, on }) => {
        if (step === 'offer') return this.offer.execute(ctx, id, ids);
        return step === 'sign' ? this.sign.execute(ctx, id, ids) : this.force.execute(ctx, id, ids, on!);
      },
      next: () => seeOther(contractPaths.ofCompetition(id)),
      again: (form) => this.show(ctx, id, step, form),
    });
  }
}

function actOf(name: string): TogetherAct {
  if (!Object.hasOwn(TOGETHER, name)) throw new NotFound();
  return name as TogetherAct;
}
