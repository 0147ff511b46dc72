import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { acceptedExtensions } from '#libs/documents';
import { Allow, demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
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
import { complaintsPolicy } from '../access/complaint.policy.js';
import * as limits from '../model/complaint.js';
import { complaintPaths } from '../paths.js';
import { ComplaintsOfProposal } from '../queries/complaints-of-proposal.js';
import { RegisterComplaint } from '../use-cases/register-complaint.js';
import { IncomingForm, readComplaint } from './complaint.forms.js';

/** The officer registers a complaint that came on paper or by e-mail. */
@Controller()
export class RegisterComplaintPage {
  constructor(
    private readonly db: Database,
    private readonly read: ComplaintsOfProposal,
    private readonly register: RegisterComplaint,
  ) {}

  @Get('organiser/competitions/:id/complaints/new')
  @Allow('officer')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const competition = await competitionById(this.db, id);
    demand(complaintsPolicy, 'see', ctx.actor, competition);
    demand(complaintsPolicy, 'keep', ctx.actor, competition);
    return page(
      'complaints/register.njk',
      {
        ...{ competition, form, limits, grounds: limits.GROUNDS, today: kyivDay(ctx.now), winners: [] },
        decisions: limits.DECISIONS.map((decision) => ({ decision })),
        accept: acceptedExtensions(limits.FILE_KINDS),
        paths: { self: complaintPaths.register(id), back: complaintPaths.ofCompetition(id) },
      },
      form ? 422 : 200,
    );
  }

  @Post('organiser/competitions/:id/complaints/new')
  @Allow('officer')
  async save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    const again = (form: FailedForm) => this.show(ctx, id, form);
    const upload = await readComplaint(request);
    if ('errors' in upload) return again(upload);
    return handleForm({
      ...{ body: upload.fields, shape: IncomingForm, again },
      act: async ({ channel, incomingNumber, receivedOn, registerCode, ...input }) => {
        const applicationId = await this.read.byCode(id, registerCode);
        if (!applicationId) throw invalidField('registerCode', 'complaints.no-proposal');
        const arrival = { channel, incomingNumber, receivedOn };
        return this.register.incoming(ctx, applicationId, arrival, input, upload.files);
      },
      next: (complaintId) => seeOther(`${complaintPaths.show(complaintId)}?done=registered`),
    });
  }
}
