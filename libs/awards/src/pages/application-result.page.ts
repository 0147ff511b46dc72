import { Controller, Get, Param, Query } from '@nestjs/common';
import { findDocument, OpenDocument } from '#libs/documents';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, page, ParseId, type Result } from '#libs/platform/http';
import { applicationPaths, applicationPolicy } from '#libs/applications';
import { pointsText } from '#libs/evaluation';
import { outcomeNow } from '../model/outcome-now.js';
import { reasonNow } from '../model/reason-in-words.js';
import { awardPaths } from '../paths.js';
import { ResultForApplicants } from '../queries/result-for-application.js';
import { termInWords } from './term-in-words.js';

const DONE = ['agreed', 'refused'];

/** What became of our proposal: decision, and marks by criteria. */
@Controller()
export class ApplicationResultPage {
  constructor(
    private readonly result: ResultForApplicants,
    private readonly documents: OpenDocument,
    private readonly db: Database,
  ) {}

  @Get('applications/:id/result')
  @Allow('applicant')
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string, @Query('done') done?: string): Promise<Result> {
    const { application, competition, order, rated, award } = await this.result.execute(ctx, id);
    const criteria = (rated?.criteria ?? []).map((row) => ({
      ...row,
      value: row.count === 0 ? 0 : row.sum / row.count,
      points: pointsText({ numerator: row.sum, denominator: row.count }, ctx.lang),
    }));
    return page('awards/application-result.njk', {
      application,
      competition,
      order,
      rated,
      criteria,
      outcome: rated ? outcomeNow(rated) : 'not-admitted',
      given: award && { ...award, ...termInWords(award.term, ctx.lang) },
      done: DONE.find((one) => one === done),
      mayAnswer: applicationPolicy.send.allows(ctx.actor, application),
      reason: rated && reasonNow(rated, ctx.lang),
      points: rated && pointsText(rated.score, ctx.lang),
      maxPoints: criteria.reduce((sum, { maxPoints }) => sum + maxPoints, 0),
      paths: {
        application: applicationPaths.show(id),
        results: awardPaths.results(competition.code!),
        order: awardPaths.resultsOrder(competition.code!),
        passport: awardPaths.passport(id),
        feedback: awardPaths.feedback(id),
        offer: awardPaths.offer(id),
        refusal: awardPaths.refusal(id),
        consent: awardPaths.consent(id),
      },
    });
  }

  /** The written consent with the corrected budget. */
  @Get('applications/:id/result/consent')
  @Allow('applicant')
  async consent(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const { award } = await this.result.execute(ctx, id);
    const documentId = award?.steps.find((step) => step.documentId !== null)?.documentId;
    if (!documentId) throw new NotFound();
    const paper = await findDocument(this.db, documentId);
    return download(await this.documents.execute(paper), { ...paper, inline: true });
  }
}
