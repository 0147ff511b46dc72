import { Injectable } from '@nestjs/common';
import { MeasureActivities, type MeasureActivity } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import type { EventRow } from '../model/event.js';
import { EVENT_COLUMNS } from '../model/event-columns.js';
import { phaseAt, PHASE_TONES } from '../model/phase.js';
import { eventPaths } from '../paths.js';
import { TAKEN } from './find-registration.js';

type Row = EventRow & { taken: number };

/** Published events under the measures of the plan: the plan is public, so drafts never. */
@Implements(MeasureActivities)
@Injectable()
export class EventsUnderMeasures implements MeasureActivities {
  async list(ctx: Context, db: Reader, measureIds: readonly string[], limit: number): Promise<MeasureActivity[]> {
    const rows = await db.rows<Row>(
      `select e.* from unnest($1::uuid[]) as asked (id)
        cross join lateral (select ${EVENT_COLUMNS}, ${TAKEN} as taken from events.event e
               where e.measure_id = asked.id and e.state <> 'draft' order by e.starts_at desc, e.id desc limit $2) e
        order by e."startsAt" desc, e.id desc`,
      [measureIds, limit],
    );
    return rows.map((row) => activity(ctx, row));
  }
}

function activity({ lang, now }: Context, event: Row): MeasureActivity {
  const phase = phaseAt(event, event.taken, now);
  const english = lang === 'en' ? event.titleEn : null;
  return {
    measureId: event.measureId!,
    kind: phrase(lang, `events:kind.${event.kind}`),
    title: english ?? event.title,
    titleLang: english ? 'en' : 'uk',
    state: phrase(lang, `events:phase.${phase}`),
    tone: PHASE_TONES[phase] as MeasureActivity['tone'],
    path: eventPaths.show(event.id),
    listPath: eventPaths.underMeasure(event.measureId!),
    year: Number(kyivDay(event.startsAt!).slice(0, 4)),
  };
}
