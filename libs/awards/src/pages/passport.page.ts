import { Controller, Get, Param } from '@nestjs/common';
import { Allow, type Context, type Lang } from '#libs/platform/access';
import { Ctx, page, ParseId, type Result } from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { applicationPaths } from '#libs/applications';
import { pointsText } from '#libs/evaluation';
import { STAFF_ROLES } from '#libs/identity';
import { outcomeNow } from '../model/outcome-now.js';
import { awardPaths } from '../paths.js';
import { PassportOf, type Passport, type PassportSheet } from '../queries/passport-of.js';
import { stepInWords } from './tie-in-words.js';

/** «Паспорт оцінювання»: how the score of one proposal came about, to be printed and checked with a pencil. */
@Controller()
export class PassportPage {
  constructor(private readonly passport: PassportOf) {}

  @Get('applications/:id/result/passport')
  @Allow('applicant', ...STAFF_ROLES)
  async show(@Ctx() ctx: Context, @Param('id', ParseId) id: string): Promise<Result> {
    const passport = await this.passport.execute(ctx, id);
    const { competition, rated, lastFunded } = passport;
    const code = competition.code!;
    return page('awards/passport.njk', {
      ...passport,
      title: phrase(ctx.lang, 'awards:passport.title'),
      competitionTitle: (ctx.lang === 'en' && competition.titleEn) || competition.title,
      criteria: criteriaOf(passport, ctx.lang),
      formula: formulaOf(passport, ctx.lang),
      points: rated && pointsText(rated.score, ctx.lang),
      tie: rated?.tieStep ? stepInWords(rated, ctx.lang) : null,
      passing: pointsText({ numerator: competition.passingHundredths ?? 0, denominator: 100 }, ctx.lang),
      line: lastFunded && { place: lastFunded.place, points: pointsText(lastFunded.score, ctx.lang) },
      outcome: rated ? outcomeNow(rated) : 'not-admitted',
      paths: {
        back: ctx.actor.grants.some(({ role }) => role === 'applicant')
          ? awardPaths.applicationResult(id)
          : applicationPaths.reading(id),
        results: awardPaths.results(code),
        files: awardPaths.resultFiles,
        order: awardPaths.resultsOrder(code),
      },
    });
  }
}

/** One row for each criterion: its title, its mean, and the points of the sheets in their order. */
function criteriaOf({ competition, sheets, rated }: Passport, lang: Lang) {
  return competition.criteria.map(({ key, title, maxPoints }) => {
    const mean = rated?.criteria.find((one) => one.key === key);
    return {
      ...{ title, maxPoints, points: sheets.map((sheet) => pointsNow(sheet, key)) },
      mean: mean ? pointsText({ numerator: mean.sum, denominator: mean.count }, lang) : null,
    };
  });
}

/** `was`: on the first sheet, where the score was changed after the defence. */
function pointsNow({ points, first }: PassportSheet, key: string): { now: number; was: number | null } {
  const [now, was] = [points[key] ?? 0, first?.[key] ?? null];
  return { now, was: was === now ? null : was };
}

/** «(144 + 128) : 2 = 272 : 2 = 136,00»; null where there is nothing to divide. */
function formulaOf({ sheets, rated }: Passport, lang: Lang): string | null {
  if (!rated || rated.score.denominator === 0) return null;
  const { numerator, denominator } = rated.score;
  const sums = sheets.map(({ sum }) => sum).join(' + ');
  return `(${sums}) : ${denominator} = ${numerator} : ${denominator} = ${pointsText(rated.score, lang)}`;
}
