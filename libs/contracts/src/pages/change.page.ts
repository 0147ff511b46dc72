import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { slotOf } from '#libs/competitions';
import { Allow, demand, holds, type Context } from '#libs/platform/access';
import { Conflict } from '#libs/platform/errors';
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
import { contractPaths } from '../paths.js';
import { ChangeForPage } from '../queries/changes.js';
import { ContractForPage } from '../queries/contract-for-page.js';
import { AskChange, WithdrawChange } from '../use-cases/ask-change.js';
import { DecideChange } from '../use-cases/decide-change.js';
import { askedOf, ChangeForm, DecideForm } from './change.forms.js';
import { NoForm } from './contract.forms.js';

/** Changes of a contract: the organisation asks in parts, the director decides on each. */
@Controller('contracts')
export class ChangePage {
  constructor(
    private readonly read: ContractForPage,
    private readonly changes: ChangeForPage,
    private readonly ask: AskChange,
    private readonly decide: DecideChange,
    private readonly withdraw: WithdrawChange,
  ) {}

  @Get('changes/:id')
  @Allow('officer', 'director', 'accountant', 'monitor', 'applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { change, contract, parts, mayDecide, mayWithdraw } = await this.changes.execute(ctx, id);
    const isOurs = holds(ctx.actor, ['applicant'], contract.organisationId);
    return page(
      'contracts/change.njk',
      {
        ...{ change, contract, lines: parts.lines, mayDecide, mayWithdraw, form },
        paths: {
          self: contractPaths.change(id),
          withdraw: contractPaths.withdrawChange(id),
          back: isOurs ? contractPaths.own(contract.id) : contractPaths.show(contract.id),
          paper: change.amendment && contractPaths.paper('amendments', change.amendment.id),
        },
      },
      form ? 422 : 200,
    );
  }

  @Post('changes/:id')
  @Allow('director')
  saveDecision(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: DecideForm },
      act: ({ parts }) =>
        this.decide.execute(
          ctx,
          id,
          parts.map(({ kind, verdict, reason }) => ({ kind, isAccepted: verdict === 'yes', reason })),
        ),
      next: () => seeOther(contractPaths.change(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post('changes/:id/withdraw')
  @Allow('applicant')
  saveWithdrawal(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: NoForm },
      act: () => this.withdraw.execute(ctx, id),
      next: () => seeOther(contractPaths.change(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Get(':id/changes/new')
  @Allow('applicant')
  async create(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { contract, parts, competition, mayAsk } = await this.read.execute(ctx, id);
    demand(contractPolicy, 'answer', ctx.actor, contract);
    if (!mayAsk) throw new Conflict('contracts.not-in-force');
    return page(
      'contracts/ask-change.njk',
      {
        ...{ contract, lines: parts.lines, form, percent: slotOf(competition, 'budgetChangePercent') },
        paths: { self: contractPaths.askChange(id), back: contractPaths.own(id) },
      },
      form ? 422 : 200,
    );
  }

  @Post(':id/changes/new')
  @Allow('applicant')
  saveAsked(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: ChangeForm },
      act: (input) => this.ask.execute(ctx, id, askedOf(input)),
      next: () => seeOther(contractPaths.own(id)),
      again: (form) => this.create(ctx, id, form),
    });
  }
}
