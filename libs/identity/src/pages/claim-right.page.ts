import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
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
import { CLAIM_PURPOSES, EXTRACT_MAX_MB } from '../model/claim.js';
import { identityPaths } from '../paths.js';
import { MyClaims } from '../queries/my-claims.js';
import { ClaimRight } from '../use-cases/claim-right.js';
import { WithdrawClaim } from '../use-cases/withdraw-claim.js';
import { NewClaimForm, NoFields } from './claim.forms.js';
import { doneOf, saying } from './done.js';
import { readExtract } from './read-extract.js';

/** Asks for the right to act for an organisation that is here already, and says how the asking stands. */
@Controller('claims')
export class ClaimRightPage {
  constructor(
    private readonly claims: MyClaims,
    private readonly claim: ClaimRight,
    private readonly withdraw: WithdrawClaim,
  ) {}

  @Get('new')
  @Allow()
  show(form?: FailedForm): Result {
    return page('identity/new-claim.njk', { purposes: CLAIM_PURPOSES, maxMb: EXTRACT_MAX_MB, form });
  }

  @Post('new')
  @Allow()
  async save(@Ctx() ctx: Context, @Req() request: PortalRequest): Promise<Result> {
    const upload = await readExtract(request);
    if ('errors' in upload) return this.show(upload);
    return handleForm({
      body: upload.fields,
      shape: NewClaimForm,
      act: (claim) => this.claim.execute(ctx, { ...claim, extract: upload.extract }),
      next: () => seeOther(saying(identityPaths.myClaims, 'claim-sent')),
      again: async (form) => this.show(form),
    });
  }

  @Get('mine')
  @Allow()
  async mine(@Ctx() ctx: Context, @Query('done') done?: unknown, form?: FailedForm): Promise<Result> {
    return page('identity/my-claims.njk', { claims: await this.claims.list(ctx), done: doneOf(done), form });
  }

  @Post(':id/withdrawal')
  @Allow()
  take(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.withdraw.execute(ctx, id),
      next: () => seeOther(saying(identityPaths.myClaims, 'claim-withdrawn')),
      again: (form) => this.mine(ctx, undefined, form),
    });
  }
}
