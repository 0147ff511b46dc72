import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  ParseId,
  handleForm,
  page,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { CLAIM_ANSWERS } from '../model/claim.js';
import { identityPaths } from '../paths.js';
import { ClaimForThoseWhoAct } from '../queries/my-claims.js';
import { AnswerClaim } from '../use-cases/answer-claim.js';
import { AnswerForm } from './claim.forms.js';
import { saying } from './done.js';

/** Those who act for an organisation say what they think of a new claim. */
@Controller('claims/:id/answer')
export class AnswerClaimPage {
  constructor(
    private readonly read: ClaimForThoseWhoAct,
    private readonly answer: AnswerClaim,
  ) {}

  @Get()
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const claim = await this.read.execute(ctx, id);
    return page('identity/answer-claim.njk', { claim, answers: CLAIM_ANSWERS, form });
  }

  @Post()
  @Allow('applicant')
  async save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    const { organisationId } = await this.read.execute(ctx, id);
    return handleForm({
      body,
      shape: AnswerForm,
      act: ({ answer, words }) => this.answer.execute(ctx, id, { answer, words: words ?? '' }),
      next: () => seeOther(saying(identityPaths.organisation(organisationId), 'claim-answered')),
      again: (form) => this.show(ctx, id, form),
    });
  }
}
