import { Body, Controller, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { invalidField } from '#libs/platform/errors';
import {
  Ctx,
  DayField,
  handleForm,
  ParseId,
  seeOther,
  TextField,
  TickField,
  WholeNumberField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { LIMITS } from '../model/limits.js';
import { planWorkPaths } from '../paths.js';
import { MeasureForOfficer } from '../queries/measure-work.js';
import { DecideEvidence } from '../use-cases/decide-evidence.js';
import { MeasureWorkPage } from './measure-work.page.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

class DecisionForm {
  @TextField({ max: 36, pattern: UUID, patternCode: 'platform.choose' })
  factId: string;
  @TickField()
  isExcluded: boolean;
  @TextField({ max: LIMITS.reason, required: false })
  reason: string | null;
}

class WrittenForm {
  @DayField()
  happenedOn: string;
  @TextField({ max: LIMITS.evidence })
  words: string;
  @TextField({ max: LIMITS.link, required: false, pattern: /^https?:\/\/\S+$/, patternCode: 'plan.link-form' })
  link: string | null;
  @WholeNumberField({ min: 0, max: LIMITS.figure, required: false })
  events: number | null;
  @WholeNumberField({ min: 0, max: LIMITS.figure, required: false })
  attended: number | null;
  @WholeNumberField({ min: 0, max: LIMITS.figure, required: false })
  organisations: number | null;
}

/** Evidence of a measure: what was suggested is confirmed or excluded, what happened elsewhere is written. */
@Controller('organiser/plans/:planId/measures/:number')
export class EvidencePage {
  constructor(
    private readonly read: MeasureForOfficer,
    private readonly decide: DecideEvidence,
    private readonly measurePage: MeasureWorkPage,
  ) {}

  @Post('evidence')
  @Allow('officer')
  decideOn(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('number') number: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.act(ctx, planId, number, body, DecisionForm, (measureId, { factId, isExcluded, reason }) => {
      if (isExcluded && reason === null) throw invalidField('reason', 'plan.reason-needed');
      return this.decide.execute(ctx, planId, measureId, factId, isExcluded ? reason : null);
    });
  }

  @Post('written-evidence')
  @Allow('officer')
  write(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('number') number: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return this.act(ctx, planId, number, body, WrittenForm, (measureId, { happenedOn, words, link, ...figures }) => {
      const said = Object.fromEntries(Object.entries(figures).filter(([, value]) => value !== null));
      return this.decide.write(ctx, planId, measureId, { happenedOn, words, link, figures: said });
    });
  }

  private async act<Shape extends object>(
    ctx: Context,
    planId: string,
    number: string,
    body: FormBody,
    shape: new () => Shape,
    act: (measureId: string, input: Shape) => Promise<void>,
  ): Promise<Result> {
    const { measure } = await this.read.execute(ctx, planId, number);
    return handleForm({
      ...{ body, shape },
      act: async (input) => act(measure.id, input),
      next: () => seeOther(planWorkPaths.measure(planId, number)),
      again: (form: FailedForm) => this.measurePage.show(ctx, planId, number, form),
    });
  }
}
