import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { departmentAdmits } from '#libs/competitions';
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
import { applicationPaths } from '../paths.js';
import { AdmitChecked } from '../use-cases/admit-checked.js';
import { AdmitTogetherForm } from './admission.forms.js';
import { checkTotals } from './check-words.js';

/** Admit at once everything in which nothing failed: first who it is, then the act. */
@Controller()
export class AdmitTogetherPage {
  constructor(private readonly admitChecked: AdmitChecked) {}

  @Get('organiser/competitions/:id/admission/together')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { competition, proposals } = await this.admitChecked.preview(ctx, id);
    return page('applications/admit-together.njk', {
      ...{ competition, form, isByOrder: departmentAdmits(competition) },
      rows: proposals.map((proposal) => ({
        ...proposal,
        path: applicationPaths.admissionOf(id, proposal.id),
        totals: checkTotals(proposal.checks),
      })),
      paths: { self: applicationPaths.admissionTogether(id), list: applicationPaths.admission(id) },
    });
  }

  @Post('organiser/competitions/:id/admission/together')
  @Allow('officer')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: AdmitTogetherForm,
      act: (input) => this.admitChecked.execute(ctx, id, input.count),
      next: () => seeOther(applicationPaths.admission(id)),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
