import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  MoneyField,
  OneOfField,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { parseMoney } from '#libs/platform/money';
import { ALLOCATION_WAYS, type AllocationWay } from '#libs/terms';
import { awardPaths } from '../paths.js';
import { ScenariosForPage, type LaidScenario, type ScenariosView } from '../queries/scenarios-for-page.js';
import { ChooseWay } from '../use-cases/choose-way.js';

class WayForm {
  @OneOfField(ALLOCATION_WAYS) way: AllocationWay;
  @MoneyField({ required: false }) groupKop: number | null;
}

/** The scenario bench: ways to lay the pot side by side, each with what it changes and why. */
@Controller()
export class ScenariosPage {
  constructor(
    private readonly read: ScenariosForPage,
    private readonly choose: ChooseWay,
  ) {}

  @Get('organiser/competitions/:id/scenarios')
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query() query: Record<string, unknown>,
    form?: FailedForm,
  ): Promise<Result> {
    const sums = { priority: sumOf(query.priority), district: sumOf(query.district) };
    const view = await this.read.execute(ctx, id, sums);
    const [strict] = view.scenarios;
    return page('awards/scenarios.njk', {
      ...{ ...view, sums, form },
      scenarios: view.scenarios.map((one) => ({ ...one, ...totalsOf(one), changes: changesOf(one, strict!, view) })),
      rows: view.rated.map((row, index) => ({
        ...row,
        cells: view.scenarios.map(({ lines }) => lines.find((line) => line.applicationId === row.applicationId)!),
        index,
      })),
      paths: { here: awardPaths.scenarios(id), allocation: awardPaths.allocation(id) },
    });
  }

  @Post('organiser/competitions/:id/scenarios')
  @Allow('officer')
  submit(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: WayForm,
      act: (input) => this.choose.execute(ctx, id, input),
      next: () => seeOther(awardPaths.allocation(id)),
      again: (form) => this.show(ctx, id, {}, form),
    });
  }
}

/** A sum above nought in the address, or none. */
function sumOf(text: unknown): number | null {
  const kop = typeof text === 'string' ? parseMoney(text) : null;
  return kop !== null && Number.isSafeInteger(kop) && kop > 0 ? kop : null;
}

function totalsOf({ lines }: LaidScenario) {
  const given = lines.filter(({ amountKop }) => amountKop > 0);
  let startKop = 0;
  const bars = given.map(({ amountKop }) => {
    const bar = { startKop, amountKop };
    startKop += amountKop;
    return bar;
  });
  return { count: given.length, sumKop: startKop, bars };
}

/** Who gets more or less than by the strict order, and why. */
function changesOf({ lines }: LaidScenario, strict: LaidScenario, { rated }: ScenariosView) {
  const before = new Map(strict.lines.map((line) => [line.applicationId, line.amountKop]));
  const names = new Map(rated.map((row) => [row.applicationId, row]));
  return lines
    .filter(({ applicationId, amountKop }) => before.get(applicationId) !== amountKop)
    .map(({ applicationId, amountKop, because, place }) => ({
      ...{ because, place, amountKop, beforeKop: before.get(applicationId)! },
      organisation: names.get(applicationId)!.organisationShortName,
      isWin: amountKop > before.get(applicationId)!,
    }));
}
