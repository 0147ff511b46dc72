import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { invalidField } from '#libs/platform/errors';
import {
  Ctx,
  DayField,
  handleForm,
  OneOfField,
  page,
  ParseId,
  seeOther,
  TextField,
  WholeNumberField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { CLOSING_ACTIONS, STATE_TONES, type ClosingAction } from '../model/instance.lifecycle.js';
import { LIMITS } from '../model/limits.js';
import { planWorkPaths } from '../paths.js';
import { InstanceForOfficer } from '../queries/instance-for-officer.js';
import { CloseInstance } from '../use-cases/close-instance.js';

const VERSION_MAX = 1_000_000;

class ClosingForm {
  @WholeNumberField({ min: 1, max: VERSION_MAX })
  version: number;
  @OneOfField([...CLOSING_ACTIONS, 'reopen'])
  action: ClosingAction | 'reopen';
  @TextField({ max: LIMITS.reason, required: false })
  reason: string | null;
  @TextField({ max: LIMITS.letter, required: false })
  actNumber: string | null;
  @DayField({ required: false })
  actOn: string | null;
  @DayField({ required: false })
  newFrom: string | null;
  @DayField({ required: false })
  newDueOn: string | null;
  @TextField({ max: LIMITS.reason, required: false })
  waiver: string | null;
}

/** One due time of a measure is ended: done, done in part, not done, moved or cancelled. */
@Controller('organiser/plans/:planId/times/:id')
export class InstancePage {
  constructor(
    private readonly read: InstanceForOfficer,
    private readonly close: CloseInstance,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('id', ParseId) id: string,
    form?: FailedForm,
  ): Promise<Result> {
    const found = await this.read.execute(ctx, planId, id);
    const paths = { here: planWorkPaths.instance(planId, id), measure: planWorkPaths.measure(planId, found.number) };
    return page('plan/instance.njk', { ...found, tones: STATE_TONES, paths, form });
  }

  @Post()
  @Allow('officer')
  async save(
    @Ctx() ctx: Context,
    @Param('planId', ParseId) planId: string,
    @Param('id', ParseId) id: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    const { number } = await this.read.execute(ctx, planId, id);
    return handleForm({
      body,
      shape: ClosingForm,
      act: ({ version, actNumber, actOn, ...closing }) => {
        if ((actNumber === null) !== (actOn === null))
          throw invalidField(actNumber === null ? 'actNumber' : 'actOn', 'plan.act-needed');
        const act = actNumber === null ? null : { number: actNumber, on: actOn! };
        return this.close.execute(ctx, planId, id, version, { ...closing, act });
      },
      next: () => seeOther(planWorkPaths.measure(planId, number)),
      again: (form) => this.show(ctx, planId, id, form),
    });
  }
}
