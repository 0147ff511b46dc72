import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { applicationPaths } from '#libs/applications';
import { acceptedExtensions } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import * as limits from '../model/complaint.js';
import { complaintPaths } from '../paths.js';
import { ComplaintsOfProposal } from '../queries/complaints-of-proposal.js';
import { standingDue } from '../queries/read-complaints.js';
import { RegisterComplaint } from '../use-cases/register-complaint.js';
import { ComplaintForm, readComplaint } from './complaint.forms.js';
import { OUTCOME_TONES } from './complaint-tones.js';

/** The organisation complains of a decision on its proposal, and follows its complaints. */
@Controller()
export class SubmitComplaintPage {
  constructor(
    private readonly read: ComplaintsOfProposal,
    private readonly register: RegisterComplaint,
  ) {}

  @Get('applications/:id/complaints')
  @Allow('applicant')
  async list(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { complaints, answers, ...view } = await this.read.execute(ctx, id);
    return page('complaints/own.njk', {
      ...view,
      complaints: complaints.map((one) => {
        const outcome = answers.get(one.id)?.outcome ?? 'open';
        return {
          ...one,
          outcome,
          tone: OUTCOME_TONES[outcome],
          due: standingDue(one),
          path: complaintPaths.show(one.id),
        };
      }),
      paths: { proposal: applicationPaths.show(id), submit: complaintPaths.submit(id) },
    });
  }

  @Get('applications/:id/complaints/new')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const { proposal, decisions, winners, term } = await this.read.execute(ctx, id);
    return page(
      'complaints/submit.njk',
      {
        ...{ proposal, decisions, winners, term, form, limits, grounds: limits.GROUNDS },
        accept: acceptedExtensions(limits.FILE_KINDS),
        paths: { self: complaintPaths.submit(id), back: complaintPaths.ofApplication(id) },
      },
      form ? 422 : 200,
    );
  }

  @Post('applications/:id/complaints/new')
  @Allow('applicant')
  async save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    const again = (form: FailedForm) => this.show(ctx, id, form);
    const upload = await readComplaint(request);
    if ('errors' in upload) return again(upload);
    return handleForm({
      ...{ body: upload.fields, shape: ComplaintForm, again },
      act: (input) => this.register.file(ctx, id, input, upload.files),
      next: (complaintId) => seeOther(`${complaintPaths.show(complaintId)}?done=registered`),
    });
  }
}
