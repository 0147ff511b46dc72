import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '#libs/platform/access';
import { download, type Result } from '#libs/platform/http';
import { PublicResults } from '../queries/public-results.js';
import { resultsCsv } from './results-csv.js';
import { resultLines, resultsData, type ResultsData } from './results-data.js';

const PUBLIC_RESULTS = 'results of a competition are public information once the order is signed';

/** The published results as data for anyone. */
@Controller('api/v1/competitions')
export class ResultsController {
  constructor(private readonly results: PublicResults) {}

  @Get(':code/results')
  @Public(PUBLIC_RESULTS)
  async json(@Param('code') code: string): Promise<ResultsData> {
    return resultsData(await this.results.openData(code));
  }

  @Get(':code/results.csv')
  @Public(PUBLIC_RESULTS)
  async csv(@Param('code') code: string): Promise<Result> {
    const lines = resultLines(await this.results.openData(code));
    return download(Buffer.from(resultsCsv(lines)), {
      name: `results-${code}.csv`,
      mediaType: 'text/csv; charset=utf-8',
    });
  }
}
