import { Controller, Get, Param } from '@nestjs/common';
import { OpenDocument, PaperMarks } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, page, ParseId, type Result } from '#libs/platform/http';
import { applicationPaths } from '../paths.js';
import { ReadProposal } from '../queries/read-proposal.js';
import { SUBMISSION } from '../queries/submission-papers.js';
import { TruthChecks } from '../queries/truth-checks.js';
import { contentInWords } from './content-in-words.js';
import { tagOf } from './state-tag.js';

/** A submitted proposal, frozen, for whoever may read it; and its files. */
@Controller()
export class ReadingPage {
  constructor(
    private readonly read: ReadProposal,
    private readonly documents: OpenDocument,
    private readonly marks: PaperMarks,
    private readonly truth: TruthChecks,
  ) {}

  @Get('applications/:id/reading')
  @Allow()
  show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    return this.version(ctx, id, null);
  }

  @Get('applications/:id/submissions/:number')
  @Allow()
  earlier(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Param('number') number: string): Promise<Result> {
    if (!/^[1-9]\d{0,5}$/.test(number)) throw new NotFound();
    return this.version(ctx, id, Number(number));
  }

  @Get('applications/:id/documents/:documentId')
  @Allow()
  async file(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Param('documentId', ParseId) documentId: string,
  ): Promise<Result> {
    const document = await this.read.file(ctx, id, documentId);
    return download(await this.documents.execute(document), document);
  }

  private async version(ctx: Context, id: string, number: number | null): Promise<Result> {
    const proposal = await this.read.execute(ctx, id, number);
    return page('applications/reading.njk', {
      ...{ proposal, isEarlier: number !== null, tag: tagOf(proposal), paths: applicationPaths },
      content: contentInWords(proposal.content, ctx.lang),
      mark: await this.marks.ofOne(ctx, SUBMISSION, proposal.submission.id),
      seesTruthChecks: await this.truth.seenBy(ctx, id),
      wasGivenBack: await this.read.wasGivenBack(id),
    });
  }
}
