import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { OpenDocument } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import {
  Ctx,
  download,
  handleForm,
  page,
  ParseId,
  seeOther,
  type FailedForm,
  type FormBody,
  type Result,
} from '#libs/platform/http';
import { SCORERS } from '../access/evaluation.policy.js';
import { PAPER_REASON_MAX } from '../model/paper-sheet.js';
import { evaluationPaths } from '../paths.js';
import { PaperRoom } from '../queries/paper-room.js';
import { CheckPaperSheet } from '../use-cases/check-paper-sheet.js';
import { PaperReasonForm } from './paper.forms.js';

/** What was entered from the own paper sheet; the scorer may say that it is not theirs. */
@Controller('scoring/:id/paper/:paperId')
export class OwnPaperPage {
  constructor(
    private readonly read: PaperRoom,
    private readonly check: CheckPaperSheet,
    private readonly documents: OpenDocument,
  ) {}

  @Get()
  @Allow(...SCORERS)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('paperId', ParseId) paperId: string,
    form?: FailedForm,
  ): Promise<Result> {
    return page('evaluation/paper.njk', {
      view: await this.read.own(ctx, id, paperId),
      ...{ form, isOwn: true, reasonMax: PAPER_REASON_MAX, paths: evaluationPaths },
      scan: evaluationPaths.ownPaperScan(id, paperId),
    });
  }

  @Get('scan')
  @Allow(...SCORERS)
  async scan(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('paperId', ParseId) paperId: string,
  ): Promise<Result> {
    const document = await this.read.scan(await this.read.own(ctx, id, paperId));
    return download(await this.documents.execute(document), { ...document, inline: true });
  }

  @Post()
  @Allow(...SCORERS)
  dispute(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('paperId', ParseId) paperId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      ...{ body, shape: PaperReasonForm },
      act: (edit) => this.check.dispute(ctx, paperId, edit),
      next: () => seeOther(evaluationPaths.ownPaper(id, paperId)),
      again: (form) => this.show(ctx, id, paperId, form),
    });
  }
}
