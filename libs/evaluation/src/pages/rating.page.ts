import { Controller, Get, Param } from '@nestjs/common';
import { maxSum } from '#libs/competitions';
import { Allow, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { type AskedList, Ctx, Listed, ParseId, type Result } from '#libs/platform/http';
import { COMMISSION, STAFF } from '../access/evaluation.policy.js';
import { RatingAsides } from '../ports/rating-asides.port.js';
import { RatedCompetition } from '../queries/rated-competition.js';
import { listedRating } from '../queries/rating-of.js';
import { pointsText } from '../model/fraction.js';
import { ratingTable, type RatingTableRow } from './rating-table.js';
import { criteriaColumns, ratingList } from './rating.list.js';
import { wayBack } from './way-back.js';

/** The rating as it computed itself; public only with the decision. */
@Controller()
export class RatingPage {
  constructor(
    private readonly read: RatedCompetition,
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  @Get('organiser/competitions/:id/rating')
  @Allow(...STAFF, ...COMMISSION)
  async show(
    @Ctx() ctx: Context,
    @Param('id', ParseId) id: string,
    @Listed(ratingList) asked: AskedList<RatingTableRow>,
  ): Promise<Result> {
    const competition = await this.read.execute(ctx, id);
    const { criteria } = competition;
    const passing = competition.passingHundredths ?? 0;
    const whole = asked.withColumns(criteriaColumns(criteria.map(({ title }) => title)));
    const found = await listedRating(this.db, id, whole);
    const rows = ratingTable(found.rows, criteria, ctx.lang);
    const model = {
      ...{ competition, rows, maxPoints: maxSum(criteria), passing: passing / 100 },
      asides: this.ports.all(RatingAsides).flatMap((port) => port.asides(ctx, competition)),
      passingText: pointsText({ numerator: passing, denominator: 100 }, ctx.lang),
      back: wayBack(ctx, competition),
    };
    return whole.answer('evaluation/rating.njk', { ...found, rows }, model, competition.code);
  }
}
