import { Injectable } from '@nestjs/common';
import type { Deadline } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import type { AnswerForm } from '../model/answer-form.js';
import type { BodyRow } from '../model/body.js';
import { isHindered } from '../model/body.js';
import type { Consent } from '../model/consent.lifecycle.js';
import { isOverdue, shownState, type InstanceState } from '../model/instance.lifecycle.js';
import { isOwed } from '../model/standing.js';
import { ReadEvidence, type Evidence } from './evidence.js';
import { planById, type PlanRow } from './find-plan.js';
import { instancesOfPlan, type InstanceRow } from './plan-desk.js';
import { sliceStandings } from './slice-standings.js';

export interface MeasureRow {
  id: string;
  planId: string;
  number: string;
  title: string;
  titleEn: string | null;
  deadlineText: string;
  deadline: Deadline;
  plainTitle: string | null;
  expectedResult: string | null;
  nextStep: string | null;
  contact: string | null;
  form: AnswerForm;
}

/** A body of a measure with its consent. */
export interface PartyBodyRow extends Pick<
  BodyRow,
  'validFrom' | 'validUntil' | 'hindered' | 'hinderedFrom' | 'hinderedUntil' | 'hinderedBasis' | 'isOwn'
> {
  id: string;
  measureId: string;
  bodyId: string;
  name: string;
  partyName: string;
  position: number;
  byConsent: boolean;
  consent: Consent;
  since: string;
  letterOut: string | null;
  letterOutOn: string | null;
  letterIn: string | null;
  letterInOn: string | null;
  successorName: string | null;
}

export const PARTY_BODY_SELECT = `
  select pb.id, pb.measure_id as "measureId", pb.body_id as "bodyId", b.name, r.name as "partyName", pb.position,
         r.by_consent as "byConsent", pb.consent, pb.since::text, pb.letter_out as "letterOut",
         pb.letter_out_on::text as "letterOutOn", pb.letter_in as "letterIn", pb.letter_in_on::text as "letterInOn",
         b.valid_from::text as "validFrom", b.valid_until::text as "validUntil", b.is_own as "isOwn",
         b.hindered, b.hindered_from::text as "hinderedFrom", b.hindered_until::text as "hinderedUntil",
         b.hindered_basis as "hinderedBasis", s.name as "successorName"
    from plan.party_body pb join plan.body b on b.id = pb.body_id
    join measures.v_party r on r.measure_id = pb.measure_id and r.position = pb.position
    left join plan.body s on s.id = b.successor_id`;

/** @throws NotFound */
export async function measureOfPlan(reader: Reader, planId: string, number: string): Promise<MeasureRow> {
  const measure = await reader.one<MeasureRow>(
    `select m.id, m.plan_id as "planId", m.number, m.title, m.title_en as "titleEn", m.deadline_text as "deadlineText",
            m.deadline, n.plain_title as "plainTitle", n.expected_result as "expectedResult", n.next_step as "nextStep",
            n.contact, coalesce(n.form, 'plain') as form
       from measures.v_measure m left join plan.measure_note n on n.measure_id = m.id
      where m.plan_id = $1 and m.number = $2`,
    [planId, number],
  );
  if (!measure) throw new NotFound();
  return measure;
}

export function partyBodiesOf(reader: Reader, measureId: string): Promise<PartyBodyRow[]> {
  return reader.rows<PartyBodyRow>(
    `${PARTY_BODY_SELECT} where pb.measure_id = $1 order by pb.position, b.name collate "uk-x-icu", pb.id`,
    [measureId],
  );
}

export interface MeasureWork {
  plan: PlanRow;
  measure: MeasureRow;
  instances: (InstanceRow & { shown: InstanceState; isOverdue: boolean; owed: number })[];
  evidence: Evidence[];
  bodies: (PartyBodyRow & { isHindered: boolean })[];
}

/** One measure for those who work on it. */
@Injectable()
export class MeasureForOfficer {
  constructor(
    private readonly db: Database,
    private readonly evidence: ReadEvidence,
  ) {}

  async execute(ctx: Context, planId: string, number: string): Promise<MeasureWork> {
    const plan = await planById(this.db, ctx.actor, planId);
    const measure = await measureOfPlan(this.db, planId, number);
    const today = kyivDay(ctx.now);
    const bodies = await partyBodiesOf(this.db, measure.id);
    const standings = await sliceStandings(this.db, { planId, measureId: measure.id }, today);
    const owedOf = (id: string) => standings.filter((one) => one.instanceId === id && isOwed(one.standing)).length;
    const instances = (await instancesOfPlan(this.db, planId)).filter((one) => one.measureId === measure.id);
    return {
      ...{ plan, measure },
      instances: instances.map((one) => ({
        ...one,
        shown: shownState(one, today),
        isOverdue: isOverdue(one, today),
        owed: owedOf(one.id),
      })),
      evidence: await this.evidence.execute(this.db, planId, today, measure.id),
      bodies: bodies.map((one) => ({ ...one, isHindered: isHindered(one, today) })),
    };
  }
}
