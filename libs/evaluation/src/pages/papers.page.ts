import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { acceptedExtensions, OpenDocument } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  download,
  handleForm,
  handleUpload,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { DISTRIBUTORS } from '../access/evaluation.policy.js';
import { PAPER_FILE_KINDS, PAPER_FILE_MAX_MB, PAPER_REASON_MAX } from '../model/paper-sheet.js';
import { COMMENT_MAX } from '../model/sheet.js';
import { evaluationPaths } from '../paths.js';
import { PaperRoom } from '../queries/paper-room.js';
import { CheckPaperSheet } from '../use-cases/check-paper-sheet.js';
import { EnterPaperSheet } from '../use-cases/enter-paper-sheet.js';
import { PaperForm, PaperReasonForm, PaperVersionForm } from './paper.forms.js';
import { readScores } from './scoring.forms.js';
import { wayBack } from './way-back.js';

/** Sheets signed on paper at a session: one person enters them, another compares them with the scan. */
@Controller('organiser/competitions/:id/paper-sheets')
export class PapersPage {
  constructor(
    private readonly read: PaperRoom,
    private readonly enter: EnterPaperSheet,
    private readonly check: CheckPaperSheet,
    private readonly documents: OpenDocument,
  ) {}

  @Get()
  @Allow(...DISTRIBUTORS)
  async list(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const view = await this.read.list(ctx, id);
    return page('evaluation/papers.njk', { view, back: wayBack(ctx, view.competition), paths: evaluationPaths });
  }

  @Get('new')
  @Allow('officer', 'commission-secretary')
  async create(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('from') from?: unknown,
    form?: FailedForm,
  ): Promise<Result> {
    const before = typeof from === 'string' && from !== '' ? new ParseId().transform(from) : null;
    return page('evaluation/paper-new.njk', {
      view: await this.read.toEnter(ctx, id, before),
      accept: acceptedExtensions(PAPER_FILE_KINDS),
      limits: { comment: COMMENT_MAX, fileMb: PAPER_FILE_MAX_MB },
      ...{ form, paths: evaluationPaths },
    });
  }

  @Post('new')
  @Allow('officer', 'commission-secretary')
  save(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Req() request: PortalRequest,
    @Query('from') from?: unknown,
  ): Promise<Result> {
    return handleUpload({
      ...{ request, shape: PaperForm },
      act: ({ comment, ...pair }, scan, body) =>
        this.enter.execute(ctx, id, { ...pair, comment: comment ?? '', scores: readScores(body), scan }),
      next: () => seeOther(evaluationPaths.papers(id)),
      again: (form) => this.create(ctx, id, from, form),
    });
  }

  @Get(':paperId')
  @Allow(...DISTRIBUTORS)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('paperId', ParseId) paperId: string,
    form?: FailedForm,
  ): Promise<Result> {
    return page('evaluation/paper.njk', {
      view: await this.read.one(ctx, id, paperId),
      ...{ form, isOwn: false, reasonMax: PAPER_REASON_MAX, paths: evaluationPaths },
      scan: evaluationPaths.paperScan(id, paperId),
    });
  }

  @Get(':paperId/scan')
  @Allow(...DISTRIBUTORS)
  async scan(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('paperId', ParseId) paperId: string,
  ): Promise<Result> {
    const document = await this.read.scan(await this.read.one(ctx, id, paperId));
    return download(await this.documents.execute(document), { ...document, inline: true });
  }

  @Post(':paperId/confirmation')
  @Allow(...DISTRIBUTORS)
  confirm(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('paperId', ParseId) paperId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: PaperVersionForm },
      act: ({ version }) => this.check.confirm(ctx, id, paperId, version),
      next: () => seeOther(evaluationPaths.papers(id)),
      again: (form) => this.show(ctx, id, paperId, form),
    });
  }

  @Post(':paperId/return')
  @Allow(...DISTRIBUTORS)
  giveBack(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('paperId', ParseId) paperId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: PaperReasonForm },
      act: (edit) => this.check.giveBack(ctx, id, paperId, edit),
      next: () => seeOther(evaluationPaths.papers(id)),
      again: (form) => this.show(ctx, id, paperId, form),
    });
  }
}
