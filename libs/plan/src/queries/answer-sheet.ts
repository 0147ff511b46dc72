import type { Quarter } from '#libs/measures';
import type { Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AnswerContent } from '../model/answer.js';
import type { AnswerForm } from '../model/answer-form.js';
import type { AnswerState } from '../model/answer.lifecycle.js';
import { quarterCalendar, type QuarterCalendar } from '../model/quarter-calendar.js';
import type { PlanRow } from './find-plan.js';

/** One measure that a body answers for in a quarter. */
export interface SheetLine {
  sliceId: string;
  instanceId: string;
  number: string;
  title: string;
  titleEn: string | null;
  plainTitle: string | null;
  form: AnswerForm;
  answer: (AnswerContent & { id: string; state: AnswerState; version: number; returnReason: string | null }) | null;
  /** What was said about the quarter before: by the body, or by the one it succeeds. */
  before: AnswerContent | null;
}

/** All that one body answers about one quarter. */
export interface AnswerSheet {
  plan: PlanRow;
  quarter: Quarter;
  calendar: QuarterCalendar;
  body: { id: string; name: string; contactName: string | null };
  lines: SheetLine[];
  /** The report on the quarter is signed: nothing can be sent any more. */
  isClosed: boolean;
}

const CONTENT = (
  alias: string,
) => `'wasHeld', ${alias}.was_held, 'narrative', ${alias}.narrative, 'events', ${alias}.events,
  'people', ${alias}.people, 'organisations', ${alias}.organisations, 'rows', ${alias}.rows`;

/** @throws NotFound when the body has nothing to answer for */
export async function answerSheet(
  reader: Reader,
  plan: PlanRow,
  bodyId: string,
  quarter: Quarter,
): Promise<AnswerSheet> {
  const body = await reader.one<AnswerSheet['body']>(
    'select id, name, contact_name as "contactName" from plan.body where id = $1 and organiser_id = $2',
    [bodyId, plan.organiserId],
  );
  if (!body) throw new NotFound();
  const lines = await reader.rows<SheetLine>(
    `select s.id as "sliceId", s.instance_id as "instanceId", m.number, m.title, m.title_en as "titleEn",
            n.plain_title as "plainTitle", coalesce(n.form, 'plain') as form,
            case when a.id is not null then json_build_object('id', a.id, 'state', a.state, 'version', a.version,
                 'returnReason', a.return_reason, ${CONTENT('a')}) end as answer,
            (select json_build_object(${CONTENT('o')})
               from plan.answer o join plan.slice e on e.id = o.slice_id join plan.instance j on j.id = e.instance_id
               join plan.body p on p.id = o.body_id
              where j.measure_id = i.measure_id and e.year = s.year and e.quarter = s.quarter - 1
                and o.state in ('submitted', 'accepted') and (p.id = b.id or p.successor_id = b.id)
              order by o.was_held desc, p.id = b.id desc limit 1) as before
       from plan.body b join plan.party_body pb on pb.body_id = b.id and pb.consent in ('not-needed', 'consented')
       join measures.v_measure m on m.id = pb.measure_id and m.plan_id = $2
       join plan.instance i on i.measure_id = m.id
       join plan.slice s on s.instance_id = i.id and s.year = m.year and s.quarter = $3
        and b.valid_from <= s.until_on and (b.valid_until is null or b.valid_until >= s.until_on)
       left join plan.measure_note n on n.measure_id = m.id
       left join plan.answer a on a.slice_id = s.id and a.body_id = b.id
      where b.id = $1 and not b.is_own order by m.position, i.ordinal`,
    [bodyId, plan.id, quarter],
  );
  if (lines.length === 0) throw new NotFound();
  const signed = await reader.one(
    `select id from plan.report where plan_id = $1 and quarter = $2 and state = 'signed'`,
    [plan.id, quarter],
  );
  return { plan, quarter, calendar: quarterCalendar(plan.year, quarter), body, lines, isClosed: signed !== undefined };
}
