import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { costOf, isBalanced, ownShareNeededKop, sharesOf, sumsOf, type BudgetLine } from '#libs/applications';
import { Allow, type Context } from '#libs/platform/access';
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
import { parseMoney } from '#libs/platform/money';
import { wholeNumber } from '#libs/platform/numbers';
import type { CorrectedMoney } from '../model/corrected-budget.js';
import { awardPaths } from '../paths.js';
import { OfferForPage } from '../queries/offer-for-page.js';
import { AgreeToPartial } from '../use-cases/agree-to-partial.js';
import { answerPlace } from './answer-place.js';
import { ConsentForm, type CorrectedRow } from './offer.forms.js';
import { termInWords } from './term-in-words.js';

/** Less than was asked: consent with a corrected budget (rule 49). */
@Controller()
export class OfferPage {
  constructor(
    private readonly read: OfferForPage,
    private readonly agree: AgreeToPartial,
  ) {}

  @Get('applications/:id/result/offer')
  @Allow('applicant', 'officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { award, application, settings, lines } = await this.read.execute(ctx, id);
    const result = answerPlace(ctx, { award, application });
    if (award.state !== 'offered') return seeOther(result);
    const rows = form ? typedOver(lines, form.values) : lines;
    const sums = sumsOf(rows);
    const share = settings.ownShareHundredths ?? 0;
    return page('awards/offer.njk', {
      ...{ award, application, form, sums, budgetRules: settings.budgetRules },
      rows: rows.map((line, index) => ({
        ...line,
        ...{ costKop: costOf(line), sharesKop: sharesOf(line), isBalanced: isBalanced(line) },
        was: { costKop: costOf(lines[index]!), fundedKop: lines[index]!.fundedKop },
      })),
      wasKop: sumsOf(lines).requestedKop,
      sharePercent: share / 100,
      neededKop: ownShareNeededKop(award.amountKop + sums.otherKop, share),
      isOver: award.term!.endsAt !== null && award.term!.endsAt <= ctx.now,
      ...termInWords(award.term, ctx.lang),
      paths: {
        here: awardPaths.offer(id),
        result,
        refusal: awardPaths.refusal(id),
      },
    });
  }

  @Post('applications/:id/result/offer')
  @Allow('applicant', 'officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    if (body?.action === 'recalculate') return this.show(ctx, id, { errors: [], values: body });
    return handleForm({
      body,
      shape: ConsentForm,
      act: async ({ lines }) => {
        await this.agree.execute(ctx, id, lines.map(moneyOf));
        return this.read.answerable(ctx, id);
      },
      next: (answered) => seeOther(answerPlace(ctx, answered, 'agreed')),
      again: (form) => this.show(ctx, id, form),
    });
  }
}

const moneyOf = (row: CorrectedRow): CorrectedMoney => ({
  quantity: row.quantity ?? 0,
  months: row.months ?? 1,
  priceKop: row.price ?? 0,
  fundedKop: row.funded ?? 0,
  ownKop: row.own ?? 0,
  otherKop: row.other ?? 0,
});

/** What was typed, as far as it can be counted: for the sums of a page that comes back. */
function typedOver(lines: readonly BudgetLine[], values: FormBody): BudgetLine[] {
  const kop = (text: unknown): number => parseMoney(plain(text)) ?? 0;
  const whole = (text: unknown): number => wholeNumber(plain(text)) ?? 0;
  const typed = Object.values((values?.lines ?? []) as Record<string, unknown>[]);
  return lines.map((line, index) => {
    const row = typed[index];
    if (typeof row !== 'object' || row === null) return line;
    return {
      ...line,
      ...{ quantity: whole(row.quantity), months: row.months === undefined ? 1 : whole(row.months) },
      ...{ priceKop: kop(row.price), fundedKop: kop(row.funded), ownKop: kop(row.own), otherKop: kop(row.other) },
    };
  });
}

const plain = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
