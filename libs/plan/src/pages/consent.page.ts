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
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { CONSENT_ACTIONS, type ConsentAction } from '../model/consent.lifecycle.js';
import { LIMITS } from '../model/limits.js';
import { planWorkPaths } from '../paths.js';
import { ConsentForOfficer } from '../queries/consent-for-officer.js';
import { ChangeConsent } from '../use-cases/change-consent.js';

class ConsentForm {
  @OneOfField(CONSENT_ACTIONS)
  action: ConsentAction;
  @TextField({ max: LIMITS.letter, required: false })
  letterNumber: string | null;
  @DayField({ required: false })
  letterOn: string | null;
}

/** The consent of one body: how it came, and the letter that changes it. */
@Controller('organiser/plans/:planId/consents/:id')
export class ConsentPage {
  constructor(
    private readonly read: ConsentForOfficer,
    private readonly change: ChangeConsent,
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
    const paths = { here: planWorkPaths.consent(planId, id), measure: planWorkPaths.measure(planId, found.number) };
    return page('plan/consent.njk', { ...found, paths, form });
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
      shape: ConsentForm,
      act: ({ action, letterNumber, letterOn }) => {
        if ((letterNumber === null) !== (letterOn === null))
          throw invalidField(letterNumber === null ? 'letterNumber' : 'letterOn', 'plan.letter-whole');
        const letter = letterNumber === null ? null : { number: letterNumber, on: letterOn! };
        return this.change.execute(ctx, planId, id, action, letter);
      },
      next: () => seeOther(planWorkPaths.measure(planId, number)),
      again: (form) => this.show(ctx, planId, id, form),
    });
  }
}
