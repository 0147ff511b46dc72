import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  TextField,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { planWorkPaths } from '../paths.js';
import { ExpansionForOfficer } from '../queries/expansion-for-officer.js';
import { ExpandClasses } from '../use-cases/expand-classes.js';

class SeenForm {
  @TextField({ max: 16 })
  seen: string;
}

/** What naming the bodies of every party changes: shown first, then done. */
@Controller('organiser/plans/:planId/expansion')
export class ExpansionPage {
  constructor(
    private readonly read: ExpansionForOfficer,
    private readonly expand: ExpandClasses,
  ) {}

  @Get()
  @Allow('officer', 'director')
  async show(@Ctx() ctx: Context, @Param('planId', ParseId) planId: string, form?: FailedForm): Promise<Result> {
    const found = await this.read.execute(ctx, planId);
    const paths = {
      desk: planWorkPaths.desk(planId),
      bodies: planWorkPaths.bodies(planId),
      here: planWorkPaths.expansion(planId),
    };
    // What was typed is only the hash of an earlier look: the page shows the one of now.
    return page('plan/expansion.njk', { ...found, paths, form: form && { errors: form.errors, values: {} } });
  }

  @Post()
  @Allow('officer')
  apply(@Ctx() ctx: Context, @Param('planId', ParseId) planId: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: SeenForm,
      act: ({ seen }) => this.expand.execute(ctx, planId, seen),
      next: () => seeOther(planWorkPaths.desk(planId)),
      again: (form) => this.show(ctx, planId, form),
    });
  }
}
