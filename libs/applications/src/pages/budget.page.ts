import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, ParseId, type FailedForm, type FormBody, type Result, type Autosaved } from '#libs/platform/http';
import { parseMoney } from '#libs/platform/money';
import { wholeNumber } from '#libs/platform/numbers';
import { costOf, groupSums, isBalanced, ownShareNeededKop, sharesOf, sumsOf } from '../model/budget.js';
import type { BudgetLine } from '../model/frozen-proposal.js';
import { MONTHS_MAX } from '../model/limits.js';
import { SaveBudget } from '../use-cases/save-budget.js';
import { PartPage, type PartQuery } from './part-page.js';
import { BudgetForm, type BudgetRow } from './part.forms.js';
import { RowsPage } from './rows-page.js';

/** The budget, line by line, with its sums. */
@Controller()
export class BudgetPage {
  constructor(
    private readonly part: PartPage,
    private readonly rows: RowsPage,
    private readonly save: SaveBudget,
  ) {}

  @Get('applications/:id/budget')
  @Allow('applicant', 'officer')
  show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query() query: PartQuery,
    form?: FailedForm,
  ): Promise<Result> {
    return this.part.show(ctx, id, 'budget', { query, form }, ({ draft, settings }) => {
      const lines = form?.values ? asTyped(form.values.lines) : draft.lines;
      const sums = sumsOf(lines);
      const share = settings.ownShareHundredths ?? 0;
      const { budgetRules } = settings;
      return {
        template: 'applications/budget.njk',
        rows: lines.map((line) => ({
          ...line,
          ...{ costKop: costOf(line), sharesKop: sharesOf(line), isBalanced: isBalanced(line) },
        })),
        budgetRules,
        groups: groupSums(lines, budgetRules),
        sums: { ...sums, neededKop: ownShareNeededKop(sums.requestedKop + sums.otherKop, share) },
        limits: { capKop: settings.capKop, sharePercent: share / 100, months: MONTHS_MAX },
      };
    });
  }

  @Post('applications/:id/budget')
  @Allow('applicant', 'officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result | Autosaved> {
    return this.rows.submit(ctx, id, {
      ...{ part: 'budget', rows: 'lines', body, shape: BudgetForm },
      act: ({ version, lines }) => this.save.execute(ctx, id, version, lines.map(lineOf)),
      again: (form) => this.show(ctx, id, {}, form),
    });
  }
}

/** What was typed, as far as it can be counted: for the sums of a page that comes back. */
function asTyped(rows: unknown): BudgetLine[] {
  const kop = (text: unknown): number => parseMoney(String(text ?? '')) ?? 0;
  const whole = (text: unknown): number => wholeNumber(String(text ?? '')) ?? 0;
  return (rows as Record<string, unknown>[]).map(({ group, quantity, months, price, funded, own, other }) => ({
    ...{ group: String(group ?? ''), category: '', title: '', unit: '' },
    ...{ quantity: whole(quantity), months: months === undefined ? 1 : whole(months), priceKop: kop(price) },
    ...{ fundedKop: kop(funded), ownKop: kop(own), otherKop: kop(other) },
  }));
}

const lineOf = (row: BudgetRow) => ({
  group: row.group ?? '',
  category: row.category ?? '',
  title: row.title ?? '',
  unit: row.unit ?? '',
  quantity: row.quantity ?? 0,
  months: row.months ?? 1,
  priceKop: row.price ?? 0,
  fundedKop: row.funded,
  ownKop: row.own,
  otherKop: row.other ?? 0,
});
