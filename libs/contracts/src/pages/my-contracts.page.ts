import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { PaperMarks } from '#libs/documents';
import { Allow, demand, type Context } from '#libs/platform/access';
import { Conflict } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  Listed,
  page,
  ParseId,
  seeOther,
  type AskedList,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { contractPolicy } from '../access/contract.policy.js';
import { contractPaths } from '../paths.js';
import { ContractForPage } from '../queries/contract-for-page.js';
import type { ContractListRow } from '../queries/contract-rows.js';
import { headOf } from '../queries/head-of.js';
import { MyContracts } from '../queries/my-contracts.js';
import { Database } from '#libs/platform/database';
import { AgreeContract, ReturnContract } from '../use-cases/answer-contract.js';
import { GiveDetails } from '../use-cases/give-details.js';
import { AgreeForm, DetailsForm, RemarksForm } from './contract.forms.js';
import { contractModel } from './contract-model.js';
import { myContractsList } from './contracts.list.js';

/** The contracts of an organisation: its details, its agreement or its remarks. */
@Controller('contracts')
export class MyContractsPage {
  constructor(
    private readonly db: Database,
    private readonly mine: MyContracts,
    private readonly read: ContractForPage,
    private readonly marks: PaperMarks,
    private readonly give: GiveDetails,
    private readonly agree: AgreeContract,
    private readonly giveBack: ReturnContract,
  ) {}

  @Get()
  @Allow('applicant')
  async list(@Ctx() ctx: Context, @Listed(myContractsList) asked: AskedList<ContractListRow>): Promise<Result> {
    return asked.answer('contracts/mine.njk', await this.mine.execute(ctx, asked));
  }

  @Get(':id')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('contracts/contract.njk', {
      ...contractModel(view, 'organisation'),
      mark: view.contract.signedAt && (await this.marks.ofOne(ctx, 'contract', id)),
      form,
    });
  }

  @Get(':id/details')
  @Allow('applicant')
  async showDetails(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { contract } = await this.read.execute(ctx, id);
    demand(contractPolicy, 'answer', ctx.actor, contract);
    if (contract.state !== 'draft') throw new Conflict('contracts.not-now');
    return page('contracts/details.njk', {
      ...{ contract, form, head: await headOf(this.db, contract.organisationId) },
      paths: { self: contractPaths.details(id), back: contractPaths.own(id) },
    });
  }

  @Post(':id/details')
  @Allow('applicant')
  saveDetails(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: DetailsForm },
      act: (details) => this.give.execute(ctx, id, details),
      next: () => seeOther(contractPaths.own(id)),
      again: (form) => this.showDetails(ctx, id, form),
    });
  }

  @Post(':id/agree')
  @Allow('applicant')
  saveAgreement(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: AgreeForm },
      act: () => this.agree.execute(ctx, id),
      next: () => seeOther(contractPaths.own(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post(':id/return')
  @Allow('applicant')
  saveReturn(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: RemarksForm },
      act: ({ remarks }) => this.giveBack.execute(ctx, id, 'return', remarks),
      next: () => seeOther(contractPaths.own(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
