import { Controller, Get, Param } from '@nestjs/common';
import { Public } from '#libs/platform/access';
import { PlanOverview } from '../queries/plan-overview.js';
import { ParseYear } from '../parse-year.js';
import { planJson, type PlanJson } from './plan-json.js';

/** The plan as data for anyone. */
@Controller('api/v1/plans')
export class PlanController {
  constructor(private readonly overview: PlanOverview) {}

  @Get(':organiserSlug/:year')
  @Public('the approved plan of measures is a public document')
  async show(@Param('organiserSlug') organiserSlug: string, @Param('year', ParseYear) year: number): Promise<PlanJson> {
    return planJson(await this.overview.execute(organiserSlug, year));
  }
}
