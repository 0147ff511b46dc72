import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { sectionOf, shownQuestions, type Question } from '#libs/competitions';
import { acceptedExtensions, BrokenOffUploads, UPLOAD_PIECE_BYTES } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { invalidField } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  ParseId,
  readUpload,
  UPLOAD_MAX_BYTES,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { FILES_MAX, FILES_TOTAL_MAX_MB, FILE_MAX_MB } from '../model/limits.js';
import { applicationPaths } from '../paths.js';
import type { ApplicationForWriting } from '../queries/application-for-writing.js';
import { AttachFile } from '../use-cases/attach-file.js';
import { RemoveFile } from '../use-cases/remove-file.js';
import { PartPage, type PartQuery } from './part-page.js';
import { FileForm, NoFields } from './part.forms.js';

/** Without scripts a file goes in one piece, and through the memory of the portal. */
const PLAIN_FORM_MAX_MB = UPLOAD_MAX_BYTES / 1024 / 1024;

/** The files of a proposal, each under the question that asks for it. */
@Controller()
export class FilesPage {
  constructor(
    private readonly part: PartPage,
    private readonly attach: AttachFile,
    private readonly remove: RemoveFile,
    private readonly uploads: BrokenOffUploads,
  ) {}

  @Get('applications/:id/files')
  @Allow('applicant', 'officer')
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query() query: PartQuery,
    form?: FailedForm,
  ): Promise<Result> {
    const brokenOff = await this.uploads.of(ctx, { kind: 'application', id });
    return this.part.show(ctx, id, 'files', { query, form }, (view) => ({
      template: 'applications/files.njk',
      asked: askedFiles(view),
      uploads: { brokenOff, pieceBytes: UPLOAD_PIECE_BYTES },
      limits: { files: FILES_MAX, mb: FILE_MAX_MB, totalMb: FILES_TOTAL_MAX_MB, plainMb: PLAIN_FORM_MAX_MB },
    }));
  }

  @Post('applications/:id/files')
  @Allow('applicant', 'officer')
  async add(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Query('question') question: string | undefined,
    @Req() request: PortalRequest,
  ): Promise<Result> {
    const field = `file-${String(question)}`;
    const upload = await readUpload(request);
    if ('errors' in upload) return this.show(ctx, id, {}, upload);
    const file = upload.files.find((one) => one.field === field);
    return handleForm({
      body: { ...upload.fields, purpose: question },
      shape: FileForm,
      act: ({ purpose }) => {
        if (!file) throw invalidField(field, 'applications.choose-file');
        return this.attach.execute(ctx, id, { purpose, ...file });
      },
      next: () => seeOther(`${applicationPaths.files(id)}#${field}`),
      again: (form) => this.show(ctx, id, {}, form),
    });
  }

  @Post('applications/:id/files/:attachmentId/removal')
  @Allow('applicant', 'officer')
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

/** What is asked for now with the files that answer it; files under a question that is gone are shown without one. */
function askedFiles({ settings: { form }, draft }: ApplicationForWriting) {
  const shown = shownQuestions(form, draft.answers);
  const questions = (sectionOf(form, 'files')?.questions ?? []).filter(({ key }) => shown.has(key));
  const filesOf = (key: string) => draft.files.filter(({ kind }) => kind === key);
  const listed = questions.map((question) => ({ question, files: filesOf(question.key), accept: acceptOf(question) }));
  const left = draft.files.filter(({ kind }) => !questions.some(({ key }) => key === kind));
  return { listed, left };
}

const acceptOf = ({ formats }: Question): string => acceptedExtensions(formats);
