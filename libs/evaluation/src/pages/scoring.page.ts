import { Controller, Get } from '@nestjs/common';
import { Allow, type Context } from '#libs/platform/access';
import { Ctx, page, type Result } from '#libs/platform/http';
import { SCORERS } from '../access/evaluation.policy.js';
import { evaluationPaths } from '../paths.js';
import { MyScoring } from '../queries/my-scoring.js';

/** The competitions in which this person declares conflicts and scores. */
@Controller()
export class ScoringPage {
  constructor(private readonly read: MyScoring) {}

  @Get('scoring')
  @Allow(...SCORERS)
  async show(@Ctx() ctx: Context): Promise<Result> {
    return page('evaluation/scoring.njk', { competitions: await this.read.list(ctx), paths: evaluationPaths });
  }
}
