import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { canonicalJson } from '#libs/platform/canonical-json';
import { NotFound, invalidField } from '#libs/platform/errors';
import { Ctx, download, handleUpload, ParseId, seeOther } from '#libs/platform/http';
import type { PortalRequest, Result } from '#libs/platform/http';
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
  bring(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Req() request: PortalRequest): Promise<Result> {
    return handleUpload({
      ...{ request, shape: NoFields },
      act: async (_, file) => {
        if (!file) throw invalidField('file', 'applications.choose-file');
        return this.sign.execute(ctx, id, file);
      },
      next: () => seeOther(`${applicationPaths.receipt(id)}#signature`),
      again: (form) => this.receipt.show(ctx, id, form),
    });
  }
}
