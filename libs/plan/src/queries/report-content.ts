import { Injectable } from '@nestjs/common';
import type { Quarter } from '#libs/measures';
import { kyivDay } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { totalsOf } from '../model/answer.js';
import type { AnswerForm } from '../model/answer-form.js';
import { draftLine } from '../model/draft-line.js';
import { grouped } from '../model/grouped.js';
import { quarterSlice } from '../model/instances.js';
import { isOverdue, shownState, type InstanceState } from '../model/instance.lifecycle.js';
import type { ReportBodies, ReportContent, ReportEvidence, ReportLine } from '../model/report.js';
import { isOwed } from '../model/standing.js';
import { ReadEvidence, type Evidence } from './evidence.js';
import type { PlanRow } from './find-plan.js';
import { sliceStandings, type SliceBody } from './slice-standings.js';

interface HeadRow {
  instanceId: string;
  number: string;
  title: string;
  directionNumber: number;
  directionTitle: string;
  deadlineText: string;
  form: AnswerForm;
  parties: string;
  from: string;
  dueOn: string;
  state: InstanceState;
  reason: string | null;
  actNumber: string | null;
  actOn: string | null;
}

/** What a report of a quarter says now: every due time with a slice in it, its evidence, its answers. Four statements. */
@Injectable()
export class ReadReportContent {
  constructor(private readonly evidence: ReadEvidence) {}

  async execute(reader: Reader, plan: PlanRow, quarter: Quarter, now: Date): Promise<ReportContent> {
    const today = kyivDay(now);
    const { from, until } = quarterSlice(plan.year, quarter);
    const heads = await headsOf(reader, plan.id, plan.year, quarter);
    const bodies = grouped(await sliceStandings(reader, { planId: plan.id, quarter }, today), (one) => one.instanceId);
    const all = await this.evidence.execute(reader, plan.id, today);
    const inQuarter = all.filter((one) => from <= one.happenedOn && one.happenedOn <= until);
    const proofs = grouped(inQuarter, (one) => `${one.instanceId} ${one.state}`);
    // Only what the officer has confirmed is told as done; what is suggested stands apart until it is decided.
    const lines = heads.map((head) => ({
      head,
      line: {
        ...lineOf(head, bodies.get(head.instanceId) ?? [], told(proofs.get(`${head.instanceId} confirmed`)), today),
        undecided: told(proofs.get(`${head.instanceId} suggested`)),
      },
    }));
    const byDirection = grouped(lines, ({ head }) => head.directionNumber);
    const planTitle = await reader.one<{ title: string }>('select title from measures.v_plan where id = $1', [plan.id]);
    return {
      ...{ organiserName: plan.organiserName, planTitle: planTitle!.title, year: plan.year, quarter },
      directions: [...byDirection].map(([number, rows]) => ({
        ...{ number, title: rows[0]!.head.directionTitle, lines: rows.map(({ line }) => line) },
      })),
    };
  }
}

const told = (evidence: readonly Evidence[] = []): ReportEvidence[] =>
  evidence.map(({ happenedOn, words, path, link }) => ({ happenedOn, words: words.uk, path, link }));

function headsOf(reader: Reader, planId: string, year: number, quarter: Quarter): Promise<HeadRow[]> {
  return reader.rows<HeadRow>(
    `select i.id as "instanceId", m.number, m.title, m.direction_number as "directionNumber",
            m.direction_title as "directionTitle", m.deadline_text as "deadlineText", coalesce(n.form, 'plain') as form,
            (select string_agg(r.official_text || case when r.by_consent then ' (за згодою)' else '' end, ', ' order by r.position)
               from measures.v_party r where r.measure_id = m.id) as parties,
            i.window_from::text as "from", i.due_on::text as "dueOn", i.state, i.reason, i.act_number as "actNumber",
            i.act_on::text as "actOn"
       from plan.instance i join measures.v_measure m on m.id = i.measure_id
       left join plan.measure_note n on n.measure_id = m.id
      where i.plan_id = $1 and exists (select from plan.slice s where s.instance_id = i.id and s.year = $2 and s.quarter = $3)
      order by m.position, i.ordinal`,
    [planId, year, quarter],
  );
}

function lineOf(head: HeadRow, own: readonly SliceBody[], evidence: ReportLine['evidence'], today: string): ReportLine {
  const { directionNumber: _, directionTitle: __, actNumber, actOn, from, ...rest } = head;
  const totals = totalsOf(
    head.form,
    own.filter(({ standing }) => standing === 'accepted'),
  );
  const bodies = bodiesOf(own);
  return {
    ...rest,
    state: shownState({ state: head.state, from }, today),
    isOverdue: isOverdue(head, today),
    act: actNumber === null ? null : { number: actNumber, on: actOn! },
    ...{ evidence, totals, bodies },
    narrative: draftLine({ evidence, totals, bodies, form: head.form }),
  };
}

function bodiesOf(own: readonly SliceBody[]): ReportBodies {
  const of = (standing: SliceBody['standing']) => own.filter((one) => one.standing === standing);
  const owing = own.filter(({ standing }) => isOwed(standing));
  return {
    accepted: of('accepted').length,
    bound: of('accepted').length + owing.length,
    byConsent: own.filter(({ consent }) => consent !== 'not-needed').length,
    consented: own.filter(({ consent }) => consent === 'consented').length,
    notBound: of('not-bound').map(({ name }) => name),
    hindered: of('hindered').map(({ name }) => name),
    owing: owing.map(({ name, standing }) => ({ name, standing })),
  };
}
