import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { OpenDocument } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  Listed,
  ParseId,
  download,
  handleForm,
  page,
  seeOther,
  type AskedList,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { CLAIM_DECISIONS, CLAIM_GROUNDS } from '../model/claim.js';
import { identityPaths } from '../paths.js';
import { ClaimForDeciding } from '../queries/claim-for-deciding.js';
import { ClaimsToDecide, type ClaimLine } from '../queries/claims-to-decide.js';
import { DecideClaim } from '../use-cases/decide-claim.js';
import { DecisionForm } from './claim.forms.js';
import { claimsList } from './claims.list.js';
import { doneOf, saying } from './done.js';

/** Officers and administrators look at the extract beside the card and decide. */
@Controller('claims')
export class ClaimsPage {
  constructor(
    private readonly claims: ClaimsToDecide,
    private readonly read: ClaimForDeciding,
    private readonly decide: DecideClaim,
    private readonly documents: OpenDocument,
  ) {}

  @Get()
  @Allow('officer', 'administrator')
  async list(@Ctx() ctx: Context, @Listed(claimsList) asked: AskedList<ClaimLine>): Promise<Result> {
    return asked.answer('identity/claims.njk', await this.claims.execute(ctx, asked));
  }

  @Get(':id')
  @Allow('officer', 'administrator')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('done') done?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const view = await this.read.execute(ctx, id);
    const decisions = view.claim.purpose === 'first' ? (['join', 'refuse'] as const) : CLAIM_DECISIONS;
    return page('identity/claim.njk', { ...view, decisions, grounds: CLAIM_GROUNDS, done: doneOf(done), form });
  }

  @Post(':id')
  @Allow('officer', 'administrator')
  save(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Body() body: FormBody): Promise<Result> {
    return handleForm({
      body,
      shape: DecisionForm,
      act: (decision) => this.decide.execute(ctx, id, { ...decision, reason: decision.reason ?? '' }),
      next: () => seeOther(saying(identityPaths.claim(id), 'claim-decided')),
      again: (form) => this.show(ctx, id, undefined, form),
    });
  }

  @Get(':id/extract')
  @Allow('officer', 'administrator')
  async extract(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const document = await this.read.extract(ctx, id);
    return download(await this.documents.execute(document), document);
  }
}
