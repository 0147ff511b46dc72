import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  readUpload,
  seeOther,
  type FailedForm,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { acceptedExtensions } from '../model/file-kinds.js';
import { FATES } from '../model/paper.js';
import { paperPaths } from '../paths.js';
import { PaperForPage } from '../queries/paper-for-page.js';
import { WithdrawFile } from '../use-cases/withdraw-file.js';
import { WITHDRAWAL_REASON_MAX, WithdrawalForm } from './paper.forms.js';

/** Withdraws a published file in a minute. */
@Controller()
export class WithdrawalPage {
  constructor(
    private readonly read: PaperForPage,
    private readonly withdraw: WithdrawFile,
  ) {}

  @Get('organiser/papers/:ownerKind/:ownerId/files/:documentId/withdrawal')
  @Allow('officer')
  async show(
    @Ctx() ctx: Context,
    @Param('ownerKind') ownerKind: string,
    @Param('ownerId', ParseId) ownerId: string,
    @Param('documentId', ParseId) documentId: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { paper, files } = await this.read.execute(ctx, { ownerKind, ownerId });
    const file = files.find(({ id }) => id === documentId);
    if (!file) throw new NotFound();
    return page('documents/withdrawal.njk', {
      ...{ paper, file, fates: FATES, reasonMax: WITHDRAWAL_REASON_MAX },
      accept: acceptedExtensions(['pdf', 'jpeg', 'png']),
      here: paperPaths.withdraw(ownerKind, ownerId, documentId),
      back: paperPaths.manage(ownerKind, ownerId),
      form,
    });
  }

  @Post('organiser/papers/:ownerKind/:ownerId/files/:documentId/withdrawal')
  @Allow('officer')
  async save(
    @Ctx() ctx: Context,
    @Param('ownerKind') ownerKind: string,
    @Param('ownerId', ParseId) ownerId: string,
    @Param('documentId', ParseId) documentId: string,
    @Req() request: PortalRequest,
  ): Promise<Result> {
    const again = (form: FailedForm) => this.show(ctx, ownerKind, ownerId, documentId, form);
    const upload = await readUpload(request);
    if ('errors' in upload) return again(upload);
    const replacement = upload.files.find(({ field }) => field === 'replacement') ?? null;
    return handleForm({
      body: upload.fields,
      shape: WithdrawalForm,
      act: ({ reason, fate }) =>
        this.withdraw.execute(ctx, { ownerKind, ownerId }, documentId, { reason, fate, replacement }),
      next: () => seeOther(`${paperPaths.manage(ownerKind, ownerId)}?done=withdrawn`),
      again,
    });
  }
}
