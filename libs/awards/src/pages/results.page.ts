import { Controller, Get, Param } from '@nestjs/common';
import { findDocument, OpenDocument, PaperMarks } from '#libs/documents';
import { Public, type Context, type Lang } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, page, ParseId, type Result } from '#libs/platform/http';
import { competitionPaths, correctionsOf } from '#libs/competitions';
import { pointsText } from '#libs/evaluation';
import { reasonNow } from '../model/reason-in-words.js';
import type { RatedProposal } from '../model/allocation.js';
import { outcomeNow } from '../model/outcome-now.js';
import { awardPaths } from '../paths.js';
import { isPublic } from '../queries/weighing-for-page.js';
import { stepInWords } from './tie-in-words.js';
import { PublicResults, type Results } from '../queries/public-results.js';

const PUBLIC_RESULTS = 'results of a competition are public information once the order is signed';

/** What became of a competition, for everybody. */
@Controller()
export class ResultsPage {
  constructor(
    private readonly results: PublicResults,
    private readonly documents: OpenDocument,
    private readonly marks: PaperMarks,
    private readonly db: Database,
  ) {}

  @Get('competitions/:code/results')
  @Public(PUBLIC_RESULTS)
  async show(@Ctx() ctx: Context, @Param('code') code: string): Promise<Result> {
    const results = await this.results.execute(code);
    const { competition, byOutcome } = results;
    const inLang = (rows: RatedProposal[]) => rows.map((row) => withPoints(row, ctx.lang));
    return page('awards/results.njk', {
      ...results,
      corrections: await correctionsOf(this.db, competition.id, ['results']),
      mark: await this.marks.ofOne(ctx, 'award-order', results.order.id),
      title: (ctx.lang === 'en' && competition.titleEn) || competition.title,
      undistributedKop: competition.potKop! - results.awardedKop,
      funded: inLang([...byOutcome.funded, ...byOutcome.offered].sort((a, b) => a.place! - b.place!)),
      declined: inLang(byOutcome.declined),
      next: inLang(byOutcome.next),
      notFunded: inLang(byOutcome['not-funded']),
      orders: results.additionalOrders.map((one) => ({ ...one, path: awardPaths.additionalOrder(code, one.id) })),
      additionalPath: results.additional && competitionPaths.show(results.additional.code!),
      chart: inLang(results.rating),
      passing: (competition.passingHundredths ?? 0) / 100,
      ties: tiesInWords(results, ctx.lang),
      paths: {
        competition: competitionPaths.show(code),
        corrected: competitionPaths.corrections(code),
        order: awardPaths.resultsOrder(code),
        table: awardPaths.resultsTable(code),
        json: awardPaths.resultsJson(code),
        csv: awardPaths.resultsCsv(code),
        contracts: awardPaths.contracts(code),
        files: awardPaths.resultFiles,
        weighing: isPublic(competition) ? awardPaths.publicWeighing(code) : null,
      },
    });
  }

  @Get('competitions/:code/results/orders/:orderId')
  @Public(PUBLIC_RESULTS)
  async additionalOrder(@Param('code') code: string, @Param('orderId', ParseId) orderId: string): Promise<Result> {
    const { additionalOrders } = await this.results.execute(code);
    const order = additionalOrders.find(({ id }) => id === orderId);
    if (!order) throw new NotFound();
    const paper = await findDocument(this.db, order.documentId);
    return download(await this.documents.execute(paper), { ...paper, inline: true });
  }

  @Get('competitions/:code/results/order')
  @Public(PUBLIC_RESULTS)
  async order(@Param('code') code: string): Promise<Result> {
    const { order } = await this.results.execute(code);
    const paper = await findDocument(this.db, order.documentId);
    return download(await this.documents.execute(paper), { ...paper, inline: true });
  }
}

function withPoints(row: RatedProposal, lang: Lang) {
  const { numerator, denominator } = row.score;
  return {
    ...row,
    ...{ reason: reasonNow(row, lang), outcome: outcomeNow(row) },
    points: pointsText(row.score, lang),
    value: denominator === 0 ? 0 : numerator / denominator,
  };
}

/** «Місце 4: … – за критерієм «Реалістичність»»: why equal scores have different places (rule 47). */
function tiesInWords({ ties }: Results, lang: Lang) {
  return ties.map((tie) => ({
    points: pointsText(tie[0]!.score, lang),
    count: tie.length,
    rows: tie.map((row) => ({
      place: row.place,
      organisation: row.organisationShortName,
      step: stepInWords(row, lang),
    })),
  }));
}
