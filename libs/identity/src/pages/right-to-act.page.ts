import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound, invalidField } from '#libs/platform/errors';
import {
  Ctx,
  ParseId,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { EXTRACT_MAX_MB } from '../model/claim.js';
import { identityPaths } from '../paths.js';
import { RightToAct } from '../queries/right-to-act.js';
import { AddExtract } from '../use-cases/add-extract.js';
import { LeaveOrganisation } from '../use-cases/leave-organisation.js';
import { RemoveColleague } from '../use-cases/remove-colleague.js';
import { ExtractForm, LeaveForm, ReasonForm } from './claim.forms.js';
import { saying } from './done.js';
import { readExtract } from './read-extract.js';

/** The own right to act for an organisation, and that of a colleague: proved, left, ended. */
@Controller('organisations/:id')
export class RightToActPage {
  constructor(
    private readonly right: RightToAct,
    private readonly add: AddExtract,
    private readonly leave: LeaveOrganisation,
    private readonly remove: RemoveColleague,
  ) {}

  @Get('extract')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const right = await this.right.execute(ctx, id);
    if (!right.ownClaimId) throw new NotFound();
    return page('identity/extract.njk', { right, maxMb: EXTRACT_MAX_MB, form });
  }

  @Post('extract')
  @Allow('applicant')
  async save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    const { ownClaimId } = await this.right.execute(ctx, id);
    if (!ownClaimId) throw new NotFound();
    const upload = await readExtract(request);
    if ('errors' in upload) return this.show(ctx, id, upload);
    return handleForm({
      body: upload.fields,
      shape: ExtractForm,
      act: (words) => {
        if (!upload.extract) throw invalidField('extract', 'identity.extract-empty');
        return this.add.execute(ctx, ownClaimId, { ...words, extract: upload.extract });
      },
      next: () => seeOther(saying(identityPaths.organisation(id), 'extract-added')),
      again: (form) => this.show(ctx, id, form),
    });
  }

  @Get('leave')
  @Allow('applicant')
  async leaving(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    return page('identity/leave.njk', { right: await this.right.execute(ctx, id), form });
  }

  @Post('leave')
  @Allow('applicant')
  left(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: LeaveForm,
      act: (input) => this.leave.execute(ctx, id, input),
      next: () => seeOther(saying(identityPaths.account, 'right-left')),
      again: (form) => this.leaving(ctx, id, form),
    });
  }

  @Get('people/:grantId/end')
  @Allow('applicant')
  async removing(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('grantId', ParseId) grantId: string,
    @Query() _query: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const right = await this.right.execute(ctx, id);
    const colleague = right.colleagues.find((one) => one.grantId === grantId);
    if (!colleague) throw new NotFound();
    return page('identity/remove-colleague.njk', { right, colleague, form });
  }

  @Post('people/:grantId/end')
  @Allow('applicant')
  removed(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('grantId', ParseId) grantId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: ReasonForm,
      act: ({ reason }) => this.remove.execute(ctx, id, grantId, reason),
      next: () => seeOther(saying(identityPaths.organisation(id), 'colleague-removed')),
      again: (form) => this.removing(ctx, id, grantId, {}, form),
    });
  }
}
