import { Controller, Get, Param } from '@nestjs/common';
import { DOCX, renderDocx, renderPdf } from '#libs/documents';
import { ParseYear, planPaths, quarterInWords, type Quarter } from '#libs/measures';
import { Public, type Context } from '#libs/platform/access';
import { NotFound } from '#libs/platform/errors';
import { Ctx, download, page, type Result } from '#libs/platform/http';
import { STATE_TONES } from '../model/instance.lifecycle.js';
import { ParseQuarter } from '../parse-quarter.js';
import { planWorkPaths } from '../paths.js';
import { WholeReport } from '../queries/whole-report.js';
import { reportPaper } from './report-paper.js';

const WHY = 'a signed report on the plan is a public document';

/** A signed report for everybody: as it was signed, with its corrections beside it. */
@Controller('plan/:organiserSlug/:year/reports/:quarter')
export class PublicReportPage {
  constructor(private readonly whole: WholeReport) {}

  @Get()
  @Public(WHY)
  async show(
    @Ctx() ctx: Context,
    @Param('organiserSlug') slug: string,
    @Param('year', ParseYear) year: number,
    @Param('quarter', ParseQuarter) quarter: Quarter,
  ): Promise<Result> {
    const found = await this.whole.forEverybody(slug, year, quarter);
    return page('plan/public-report.njk', {
      ...{ ...found, tones: STATE_TONES, quarterText: quarterInWords(quarter, ctx.lang) },
      measurePath: planPaths.measure(slug, year, ''),
      paths: {
        plan: planPaths.show(slug, year),
        docx: planWorkPaths.reportFile(slug, year, quarter, 'docx'),
        pdf: planWorkPaths.reportFile(slug, year, quarter, 'pdf'),
      },
    });
  }

  @Get(':format')
  @Public(WHY)
  async file(
    @Param('organiserSlug') slug: string,
    @Param('year', ParseYear) year: number,
    @Param('quarter', ParseQuarter) quarter: Quarter,
    @Param('format') format: string,
  ): Promise<Result> {
    if (format !== 'docx' && format !== 'pdf') throw new NotFound();
    const { snapshot, sha256, corrections } = await this.whole.forEverybody(slug, year, quarter);
    const paper = reportPaper(snapshot, sha256, corrections);
    const name = `${paper.title}.${format}`;
    if (format === 'docx') return download(await renderDocx(paper), { name, mediaType: DOCX });
    return download(await renderPdf(paper), { name, mediaType: 'application/pdf' });
  }
}
