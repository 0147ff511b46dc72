import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { invalidField } from '#libs/platform/errors';
import {
  Ctx,
  handleForm,
  page,
  ParseId,
  handleUpload,
  seeOther,
  type FailedForm,
  type FormBody,
  type PortalRequest,
  type Result,
} from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { acceptedExtensions } from '../model/file-kinds.js';
import { SIGNATURE_FORMS } from '../model/paper.js';
import { paperPaths } from '../paths.js';
import { PaperForPage } from '../queries/paper-for-page.js';
import { AttachSignature, KINDS_OF_FORM } from '../use-cases/attach-signature.js';
import { RegisterPaper } from '../use-cases/register-paper.js';
import { RegistrationForm, SignatureFields } from './paper.forms.js';

const DONE: readonly string[] = ['signed', 'registered', 'withdrawn'];

/** How one binding paper is signed, registered and published. */
@Controller()
export class PaperPage {
  constructor(
    private readonly read: PaperForPage,
    private readonly attach: AttachSignature,
    private readonly register: RegisterPaper,
  ) {}

  @Get('organiser/papers/:ownerKind/:ownerId')
  @Allow('officer', 'director')
  async show(
    @Ctx() ctx: Context,
    @Param('ownerKind') ownerKind: string,
    @Param('ownerId', ParseId) ownerId: string,
    @Query('done') done?: string,
    form?: FailedForm,
  ): Promise<Result> {
    const { paper, mark, files, canChange } = await this.read.execute(ctx, { ownerKind, ownerId });
    return page('documents/paper.njk', {
      ...{ paper, canChange },
      mark: { ...mark, manage: null }, // this page is where it would lead
      files: files.map((file) => ({
        ...file,
        href: paperPaths.file(ownerKind, ownerId, file.id),
        withdraw: paperPaths.withdraw(ownerKind, ownerId, file.id),
      })),
      forms: SIGNATURE_FORMS,
      accept: acceptedExtensions(Object.values(KINDS_OF_FORM).flat()),
      paths: {
        signatures: paperPaths.signatures(ownerKind, ownerId),
        registrations: paperPaths.registrations(ownerKind, ownerId),
      },
      notice: DONE.includes(done ?? '') ? phrase(ctx.lang, `documents:paper.done.${done}`) : null,
      form,
    });
  }

  @Post('organiser/papers/:ownerKind/:ownerId/signatures')
  @Allow('officer')
  sign(
    @Ctx() ctx: Context,
    @Param('ownerKind') ownerKind: string,
    @Param('ownerId', ParseId) ownerId: string,
    @Req() request: PortalRequest,
  ): Promise<Result> {
    return handleUpload({
      ...{ request, shape: SignatureFields },
      act: async ({ form }, file) => {
        if (!file) throw invalidField('file', 'documents.choose-file');
        return this.attach.execute(ctx, { ownerKind, ownerId }, { form, ...file });
      },
      next: () => seeOther(`${paperPaths.manage(ownerKind, ownerId)}?done=signed`),
      again: (form) => this.show(ctx, ownerKind, ownerId, undefined, form),
    });
  }

  @Post('organiser/papers/:ownerKind/:ownerId/registrations')
  @Allow('officer')
  note(
    @Ctx() ctx: Context,
    @Param('ownerKind') ownerKind: string,
    @Param('ownerId', ParseId) ownerId: string,
    @Body() body: FormBody,
  ): Promise<Result> {
    return handleForm({
      body,
      shape: RegistrationForm,
      act: ({ number, registeredOn: on }) => this.register.execute(ctx, { ownerKind, ownerId }, { number, on }),
      next: () => seeOther(`${paperPaths.manage(ownerKind, ownerId)}?done=registered`),
      again: (form) => this.show(ctx, ownerKind, ownerId, undefined, form),
    });
  }
}
