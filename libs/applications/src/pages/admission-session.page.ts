import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { competitionById, departmentAdmits } from '#libs/competitions';
import { Allow, demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
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
import { sessionPaths } from '#libs/sessions';
import { admissionPolicy } from '../access/admission.policy.js';
import { applicationPaths } from '../paths.js';
import { admissionCounts } from '../queries/admission-list.js';
import { PlanAdmissionSession } from '../use-cases/plan-admission-session.js';
import { AdmissionSessionForm } from './admission.forms.js';

/** Calls the commission: when, where, and what will stand on the agenda. */
@Controller()
export class AdmissionSessionPage {
  constructor(
    private readonly db: Database,
    private readonly planSession: PlanAdmissionSession,
  ) {}

  @Get('organiser/competitions/:id/admission/session')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const competition = await competitionById(this.db, id);
    demand(admissionPolicy, 'prepare', ctx.actor, competition);
    return page('applications/admission-session.njk', {
      ...{ competition, form },
      counts: await admissionCounts(this.db, id),
      isByOrder: departmentAdmits(competition),
      paths: { self: applicationPaths.admissionSession(id), list: applicationPaths.admission(id) },
    });
  }

  @Post('organiser/competitions/:id/admission/session')
  @Allow('officer')
  plan(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: AdmissionSessionForm,
      act: (input) => this.planSession.execute(ctx, id, input),
      next: (sessionId) => seeOther(sessionPaths.show(sessionId)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
