import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { acceptedExtensions } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { InvalidInput, invalidField } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  ParseId,
  readMultipart,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { FILES_MAX, FILE_MAX_MB, FILE_PURPOSES } from '../model/limits.js';
import { applicationPaths } from '../paths.js';
import { AttachFile } from '../use-cases/attach-file.js';
import { RemoveFile } from '../use-cases/remove-file.js';
import { PartPage, type PartQuery } from './part-page.js';
import { FileForm, NoFields } from './part.forms.js';

/** The files of a proposal. */
@Controller()
export class FilesPage {
  constructor(
    private readonly part: PartPage,
    private readonly attach: AttachFile,
    private readonly remove: RemoveFile,
  ) {}

  @Get('applications/:id/files')
  @Allow('applicant')
  show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query() query: PartQuery,
    form?: FailedForm,
  ): Promise<Result> {
    return this.part.show(ctx, id, 'files', { query, form }, ({ draft }) => ({
      template: 'applications/files.njk',
      files: draft.files,
      purposes: FILE_PURPOSES,
      accept: acceptedExtensions(),
      limits: { files: FILES_MAX, mb: FILE_MAX_MB },
    }));
  }

  @Post('applications/:id/files')
  @Allow('applicant')
  async add(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    const upload = await readMultipart(request).catch(tooLarge);
    if (upload instanceof InvalidInput) return this.show(ctx, id, {}, { errors: upload.fields, values: {} });
    const { fields, files } = upload;
    const file = files.find(({ field }) => field === 'file');
    return handleForm({
      body: fields,
      shape: FileForm,
      act: ({ purpose }) => {
        if (!file) throw invalidField('file', 'applications.choose-file');
        return this.attach.execute(ctx, id, { purpose, ...file });
      },
      next: () => seeOther(applicationPaths.files(id)),
      again: (form) => this.show(ctx, id, {}, form),
    });
  }

  @Post('applications/:id/files/:attachmentId/removal')
  @Allow('applicant')
  take(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('attachmentId', ParseId) attachmentId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: NoFields,
      act: () => this.remove.execute(ctx, id, attachmentId),
      next: () => seeOther(applicationPaths.files(id)),
      again: (form) => this.show(ctx, id, {}, form),
    });
  }
}

/** The reading of an upload stops at the limit of the portal; the person is told the limit of this page. */
function tooLarge(error: unknown): InvalidInput {
  if (!(error instanceof InvalidInput)) throw error;
  return invalidField('file', 'platform.file-too-large', { maxMb: FILE_MAX_MB });
}
