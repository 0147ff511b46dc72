import { Controller, Get, Param } from '@nestjs/common';
import { findDocument, OpenDocument, PaperMarks } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, page, ParseId, type FailedForm, type Result } from '#libs/platform/http';
import { applicationPaths } from '../paths.js';
import { ReadApplicationForWriting } from '../queries/application-for-writing.js';
import { ReadProposal } from '../queries/read-proposal.js';
import { SUBMISSION } from '../queries/submission-papers.js';
import { tagOf } from './state-tag.js';

/** What was received: the register code, the time to the second, the checksum, every version. */
@Controller()
export class ReceiptPage {
  constructor(
    private readonly writing: ReadApplicationForWriting,
    private readonly read: ReadProposal,
    private readonly documents: OpenDocument,
    private readonly marks: PaperMarks,
    private readonly db: Database,
  ) {}

  @Get('applications/:id/receipt')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, form?: FailedForm): Promise<Result> {
    const view = await this.writing.execute(ctx, id);
    if (view.application.submissionNumber === null) throw new NotFound();
    const proposal = await this.read.execute(ctx, id);
    return page('applications/receipt.njk', {
      ...{ view, form, proposal, tag: tagOf(view.application), paths: applicationPaths },
      submissions: await this.read.submissions(ctx, id),
      mark: await this.marks.ofOne(ctx, SUBMISSION, proposal.submission.id),
      maySign: view.may.send && view.application.state === 'submitted',
    });
  }

  @Get('applications/:id/submissions/:number/receipt')
  @Allow()
  async pdf(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Param('number') number: string): Promise<Result> {
    const submissions = await this.read.submissions(ctx, id);
    const documentId = submissions.find((one) => String(one.number) === number)?.receiptDocumentId;
    if (!documentId) throw new NotFound('applications.receipt-not-ready');
    const document = await findDocument(this.db, documentId);
    return download(await this.documents.execute(document), { ...document, inline: true });
  }
}
