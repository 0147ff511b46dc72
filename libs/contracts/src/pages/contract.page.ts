import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { PaperMarks } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
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
import { contractPaths } from '../paths.js';
import { ContractForPage } from '../queries/contract-for-page.js';
import { ReturnContract } from '../use-cases/answer-contract.js';
import { CompleteContract, DropContract } from '../use-cases/end-contract.js';
import { OfferContracts } from '../use-cases/offer-contracts.js';
import { PutInForce } from '../use-cases/put-in-force.js';
import { SignContracts } from '../use-cases/sign-contracts.js';
import { InForceDayForm, NoForm, RemarksForm } from './contract.forms.js';
import { contractModel } from './contract-model.js';

/** One contract for the people of the authority, with what each of them may do now. */
@Controller()
export class ContractPage {
  constructor(
    private readonly read: ContractForPage,
    private readonly marks: PaperMarks,
    private readonly offer: OfferContracts,
    private readonly sign: SignContracts,
    private readonly force: PutInForce,
    private readonly takeBack: ReturnContract,
    private readonly complete: CompleteContract,
    private readonly drop: DropContract,
  ) {}

  @Get('organiser/contracts/:id')
  @Allow('officer', 'director', 'accountant', 'monitor')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('contracts/contract.njk', {
      ...contractModel(view, 'authority'),
      mark: view.contract.signedAt && (await this.marks.ofOne(ctx, 'contract', id)),
      ...{ today: kyivDay(ctx.now), form },
    });
  }

  @Post('organiser/contracts/:id/:act')
  @Allow('officer', 'director')
  async act(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('act') act: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const { competitionId } = (await this.read.execute(ctx, id)).contract;
    const step = {
      body,
      next: () => seeOther(contractPaths.show(id)),
      again: (form: FailedForm) => this.show(ctx, id, form),
    };
    const plain = (run: () => Promise<unknown>) => handleForm({ ...step, shape: NoForm, act: run });
    switch (act) {
      case 'offer':
        return plain(() => this.offer.execute(ctx, competitionId, [id]));
      case 'sign':
        return plain(() => this.sign.execute(ctx, competitionId, [id]));
      case 'complete':
        return plain(() => this.complete.execute(ctx, id));
      case 'drop':
        return plain(() => this.drop.execute(ctx, id));
      case 'put-in-force':
        return handleForm({
          ...{ ...step, shape: InForceDayForm },
          act: ({ on }) => this.force.execute(ctx, competitionId, [id], on),
        });
      case 'take-back':
        return handleForm({
          ...{ ...step, shape: RemarksForm },
          act: ({ remarks }) => this.takeBack.execute(ctx, id, 'take-back', remarks),
        });
      default:
        throw new NotFound();
    }
  }
}
