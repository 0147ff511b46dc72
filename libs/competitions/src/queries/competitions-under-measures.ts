import { Injectable } from '@nestjs/common';
import { MeasureActivities, type MeasureActivity } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import type { CompetitionState } from '../model/competition.js';
import { phaseAt, PHASE_TONES } from '../model/phase.js';
import { competitionPaths } from '../paths.js';

const ACTIVITIES_MAX = 500;

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

/** Announced competitions under the measures of the plan; the plan is public, so drafts never. */
@Implements(MeasureActivities)
@Injectable()
export class CompetitionsUnderMeasures implements MeasureActivities {
  async list(ctx: Context, db: Reader, measureIds: readonly string[]): Promise<MeasureActivity[]> {
    const rows = await db.rows<Row>(
      `select measure_id as "measureId", code, title, title_en as "titleEn", state, opens_at as "opensAt",
              closes_at as "closesAt", budget_year as year
         from competitions.competition where state <> 'draft' and measure_id = any($1)
        order by published_at desc, id desc limit ${ACTIVITIES_MAX}`,
      [measureIds],
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
    year: row.year,
  };
}
