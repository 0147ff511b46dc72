import { Injectable } from '@nestjs/common';
import { MeasureActivities, type MeasureActivity } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import type { CompetitionState } from '../model/competition.js';
import { phaseAt, PHASE_TONES } from '../model/phase.js';
import { competitionPaths } from '../paths.js';

interface Row {
  measureId: string;
  code: string;
  title: string;
  titleEn: string | null;
  state: CompetitionState;
  opensAt: Date;
  closesAt: Date;
  year: number;
}

/** Announced competitions under the measures of the plan; the plan is public, so drafts never, and a rehearsal is no work done. */
@Implements(MeasureActivities)
@Injectable()
export class CompetitionsUnderMeasures implements MeasureActivities {
  async list(ctx: Context, db: Reader, measureIds: readonly string[], limit: number): Promise<MeasureActivity[]> {
    const rows = await db.rows<Row>(
      `select c.measure_id as "measureId", c.code, c.title, c.title_en as "titleEn", c.state, c.opens_at as "opensAt",
              c.closes_at as "closesAt", c.budget_year as year
         from unnest($1::uuid[]) as asked (id)
        cross join lateral (
              select * from competitions.competition one where one.measure_id = asked.id and one.state <> 'draft'
                 and not one.is_rehearsal
               order by one.published_at desc, one.id desc limit $2) c
        order by c.published_at desc, c.id desc`,
      [measureIds, limit],
    );
    return rows.map((row) => activity(ctx, row));
  }
}

function activity(ctx: Context, row: Row): MeasureActivity {
  const phase = phaseAt(row, ctx.now);
  const english = ctx.lang === 'en' ? row.titleEn : null;
  return {
    measureId: row.measureId,
    kind: phrase(ctx.lang, 'competitions:kind'),
    title: english ?? row.title,
    titleLang: english ? 'en' : 'uk',
    state: phrase(ctx.lang, `competitions:phase.${phase}`),
    tone: PHASE_TONES[phase],
    path: competitionPaths.show(row.code),
    listPath: competitionPaths.underMeasure(row.measureId),
    year: row.year,
  };
}
