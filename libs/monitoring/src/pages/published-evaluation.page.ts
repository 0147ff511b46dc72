import { Controller, Get, Param } from '@nestjs/common';
import { Public, type Context } from '#libs/platform/access';
import { Ctx, page, type Result } from '#libs/platform/http';
import { monitoringPaths } from '../paths.js';
import { EvaluationForPage } from '../queries/evaluation-for-page.js';
import { figuresModel } from './figures-model.js';

/** What a programme came to, for everybody (Budget Code, art. 28). */
@Controller('competitions/:code/evaluation-of-programme')
export class PublishedEvaluationPage {
  constructor(private readonly read: EvaluationForPage) {}

  @Get()
  @Public('Budget Code, art. 28: the evaluation of a programme is public')
  async show(@Ctx() ctx: Context, @Param('code') code: string): Promise<Result> {
    const { competition, evaluation, figures, years, presentation } = await this.read.published(code);
    return page('monitoring/published-evaluation.njk', {
      ...{ competition, evaluation, presentation, ...figuresModel(figures, years, competition.budgetYear!) },
      title: (ctx.lang === 'en' && competition.titleEn) || competition.title,
      paths: { projects: monitoringPaths.ofCompetition(code) },
    });
  }
}
