import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { canonicalJson } from '#libs/platform/canonical-json';
import { InvalidInput, NotFound, invalidField } from '#libs/platform/errors';
import { Ctx, download, handleForm, ParseId, readMultipart, seeOther } from '#libs/platform/http';
import type { FailedForm, PortalRequest, Result } from '#libs/platform/http';
import { applicationPaths } from '../paths.js';
import { ReadProposal } from '../queries/read-proposal.js';
import { SignSubmission } from '../use-cases/sign-submission.js';
import { NoFields } from './part.forms.js';
import { ReceiptPage } from './receipt.page.js';

/** An electronic signature beside a submission: what is signed as a file, and the signature brought back. */
@Controller()
export class SignaturePage {
  constructor(
    private readonly read: ReadProposal,
    private readonly sign: SignSubmission,
    private readonly receipt: ReceiptPage,
  ) {}

  /** The very bytes over which the checksum of the receipt is taken. */
  @Get('applications/:id/submissions/:number/content')
  @Allow()
  async content(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('number') number: string,
  ): Promise<Result> {
    if (!/^[1-9]\d{0,5}$/.test(number)) throw new NotFound();
    const { content, registerCode } = await this.read.execute(ctx, id, Number(number));
    const name = `${registerCode}-${number}.json`;
    return download(Buffer.from(canonicalJson(content)), { name, mediaType: 'application/json' });
  }

  @Post('applications/:id/signature')
  @Allow('applicant')
  async bring(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    const again = (form: FailedForm) => this.receipt.show(ctx, id, form);
    const upload = await readMultipart(request).catch((error: unknown) => {
      if (error instanceof InvalidInput) return error;
      throw error;
    });
    if (upload instanceof InvalidInput) return again({ errors: upload.fields, values: upload.typed });
    const file = upload.files.find(({ field }) => field === 'file');
    return handleForm({
      ...{ body: upload.fields, shape: NoFields },
      act: () => {
        if (!file) throw invalidField('file', 'applications.choose-file');
        return this.sign.execute(ctx, id, file);
      },
      next: () => seeOther(`${applicationPaths.receipt(id)}#signature`),
      again,
    });
  }
}
