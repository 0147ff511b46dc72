import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, demand, type Context } from '#libs/platform/access';
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
import { ContractForPage } from '../queries/contract-for-page.js';
import { EditContract, type ContractTerms } from '../use-cases/edit-contract.js';
import { TermsForm } from './contract.forms.js';

/** Empty rows behind the plan, for instalments that are added. */
const SPARE_ROWS = 2;

/** The terms of a draft: subject, dates, codes, the plan of payments, and what each line of the budget gets. */
@Controller()
export class TermsPage {
  constructor(
    private readonly read: ContractForPage,
    private readonly edit: EditContract,
  ) {}

  @Get('organiser/contracts/:id/terms')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { contract, parts, competition } = await this.read.execute(ctx, id);
    demand(contractPolicy, 'write', ctx.actor, contract);
    if (contract.state !== 'draft') throw new Conflict('contracts.not-now');
    const typed = form?.values?.instalments as unknown[] | undefined;
    const rows = typed?.length ?? parts.instalments.length + SPARE_ROWS;
    return page('contracts/terms.njk', {
      ...{ contract, parts, competition, form },
      instalments: Array.from({ length: rows }, (_, index) => parts.instalments[index] ?? {}),
      paths: { self: contractPaths.terms(id), back: contractPaths.show(id) },
    });
  }

  @Post('organiser/contracts/:id/terms')
  @Allow('officer')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: TermsForm },
      act: (input) => this.edit.execute(ctx, id, input.version, termsOf(input)),
      next: () => seeOther(contractPaths.show(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}

/** A row without a sum is a spare one. */
function termsOf({ instalments, lines, endsOn, ...input }: TermsForm): ContractTerms {
  return {
    ...{ ...input, endsOn },
    instalments: instalments.flatMap(({ amount, dueOn, waitsForReport }) =>
      amount ? [{ amountKop: amount, dueOn: dueOn ?? endsOn, waitsForReport }] : [],
    ),
    fundedKop: lines.map(({ funded }) => funded),
  };
}
