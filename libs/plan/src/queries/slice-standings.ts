import type { Reader } from '#libs/platform/database';
import type { Quarter } from '#libs/measures';
import type { AnswerState } from '../model/answer.lifecycle.js';
import type { AnswerContent } from '../model/answer.js';
import { quarterCalendar } from '../model/quarter-calendar.js';
import { standingOf, type Standing, type Standings } from '../model/standing.js';

export interface SliceBody extends Standings, AnswerContent {
  sliceId: string;
  instanceId: string;
  measureId: string;
  number: string;
  year: number;
  quarter: Quarter;
  untilOn: string;
  bodyId: string;
  name: string;
  email: string | null;
  answerId: string | null;
  standing: Standing;
}

interface Asked {
  planId: string;
  /** One quarter of the year of the plan. */
  quarter?: Quarter;
  instanceId?: string;
  measureId?: string;
}

/**
 * Who answers for which quarter of which measure, and how far that is: one statement. A body answers for the quarters on
 * whose last day it acts.
 */
export async function sliceStandings(reader: Reader, asked: Asked, today: string): Promise<SliceBody[]> {
  const rows = await reader.rows<Omit<SliceBody, 'standing'> & { answerState: AnswerState | null }>(
    `select s.id as "sliceId", s.instance_id as "instanceId", i.measure_id as "measureId", m.number, s.year, s.quarter,
            s.until_on::text as "untilOn", b.id as "bodyId", b.name, b.email, b.is_own as "isOwn", b.hindered,
            b.hindered_from::text as "hinderedFrom", b.hindered_until::text as "hinderedUntil", pb.consent,
            a.id as "answerId", a.state as "answerState", coalesce(a.was_held, false) as "wasHeld", a.narrative, a.events,
            a.people, a.organisations, coalesce(a.rows, '[]') as rows
       from plan.slice s join plan.instance i on i.id = s.instance_id
       join measures.v_measure m on m.id = i.measure_id
       join plan.party_body pb on pb.measure_id = i.measure_id
       join plan.body b on b.id = pb.body_id and b.valid_from <= s.until_on
        and (b.valid_until is null or b.valid_until >= s.until_on)
       left join plan.answer a on a.slice_id = s.id and a.body_id = b.id
      where i.plan_id = $1 and ($2::integer is null or (s.quarter = $2 and s.year = m.year))
        and ($3::uuid is null or i.id = $3) and ($4::uuid is null or i.measure_id = $4)
      order by m.position, s.year, s.quarter, b.name collate "uk-x-icu", b.id`,
    [asked.planId, asked.quarter ?? null, asked.instanceId ?? null, asked.measureId ?? null],
  );
  const dues = new Map<string, string>();
  const dueOf = ({ year, quarter }: { year: number; quarter: Quarter }) => {
    const key = `${year} ${quarter}`;
    if (!dues.has(key)) dues.set(key, quarterCalendar(year, quarter).answersDueOn);
    return dues.get(key)!;
  };
  return rows.map((row) => ({ ...row, standing: standingOf(row, row.untilOn, dueOf(row), today) }));
}
