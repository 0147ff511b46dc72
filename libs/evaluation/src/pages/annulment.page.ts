import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  DayField,
  handleForm,
  KyivMomentField,
  page,
  ParseId,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { sessionPaths } from '#libs/sessions';
import { DISTRIBUTORS } from '../access/evaluation.policy.js';
import { ANNULMENT_LIMITS } from '../model/annulment.js';
import { evaluationPaths } from '../paths.js';
import { ReadAnnulments } from '../queries/read-annulments.js';
import { PlanAnnulment } from '../use-cases/plan-annulment.js';
import { ButtonForm } from './scoring.forms.js';
import { wayBack } from './way-back.js';

export class AnnulmentForm {
  @TextField({ max: 36, pattern: /^[0-9a-f-]{36}$/, patternCode: 'platform.choose', code: 'platform.choose' })
  sheetId: string;
  @TextField({ max: ANNULMENT_LIMITS.ground }) ground: string;
  @KyivMomentField() plannedAt: Date;
  @TextField({ max: ANNULMENT_LIMITS.place }) place: string;
  @DayField({ required: false }) writeUntilOn: string | null;
}

/** Signed sheets are put to the vote of the commission, and what became of it (rule 42). */
@Controller('organiser/competitions/:id/annulments')
export class AnnulmentPage {
  constructor(
    private readonly read: ReadAnnulments,
    private readonly plan: PlanAnnulment,
  ) {}

  @Get()
  @Allow(...DISTRIBUTORS)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    return page('evaluation/annulments.njk', {
      ...{ view, form, limits: ANNULMENT_LIMITS, paths: evaluationPaths, session: sessionPaths.show },
      back: wayBack(ctx, view.competition),
    });
  }

  @Post()
  @Allow(...DISTRIBUTORS)
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      ...{ body, shape: AnnulmentForm },
      act: (input) => this.plan.execute(ctx, id, input),
      next: (sessionId) => seeOther(sessionPaths.show(sessionId)),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Post(':annulmentId/withdrawal')
  @Allow(...DISTRIBUTORS)
  withdraw(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('annulmentId', ParseId) annulmentId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: ButtonForm },
      act: () => this.plan.withdraw(ctx, id, annulmentId),
      next: () => seeOther(evaluationPaths.annulments(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
