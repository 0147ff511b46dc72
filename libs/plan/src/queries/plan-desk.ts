import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database, type Reader } from '#libs/platform/database';
import { isOverdue, shownState, type InstanceState } from '../model/instance.lifecycle.js';
import { grouped } from '../model/grouped.js';
import { planById, type PlanRow } from './find-plan.js';

export interface InstanceRow {
  id: string;
  measureId: string;
  ordinal: number;
  from: string;
  dueOn: string;
  state: InstanceState;
  reason: string | null;
  actNumber: string | null;
  actOn: string | null;
  waiver: string | null;
  version: number;
}

export interface DeskMeasure {
  id: string;
  number: string;
  title: string;
  titleEn: string | null;
  directionNumber: number;
  directionTitle: string;
  directionTitleEn: string | null;
  deadlineText: string;
  /** Bodies that answer, that were asked for their consent, that gave it. */
  bodies: number;
  byConsent: number;
  consented: number;
  instances: (InstanceRow & { shown: InstanceState; isOverdue: boolean })[];
}

export const INSTANCE_COLUMNS = `i.id, i.measure_id as "measureId", i.ordinal, i.window_from::text as "from",
  i.due_on::text as "dueOn", i.state, i.reason, i.act_number as "actNumber", i.act_on::text as "actOn", i.waiver, i.version`;

export function instancesOfPlan(reader: Reader, planId: string): Promise<InstanceRow[]> {
  return reader.rows<InstanceRow>(
    `select ${INSTANCE_COLUMNS} from plan.instance i where i.plan_id = $1 order by i.measure_id, i.ordinal`,
    [planId],
  );
}

/** Every measure of a plan with its due times and its consents: the desk of the officer. */
@Injectable()
export class PlanDesk {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, planId: string): Promise<{ plan: PlanRow; measures: DeskMeasure[] }> {
    const plan = await planById(this.db, ctx.actor, planId);
    const measures = await this.db.rows<Omit<DeskMeasure, 'instances'>>(
      `select m.id, m.number, m.title, m.title_en as "titleEn", m.direction_number as "directionNumber",
              m.direction_title as "directionTitle", m.direction_title_en as "directionTitleEn",
              m.deadline_text as "deadlineText", count(pb.id)::int as bodies,
              count(pb.id) filter (where pb.consent <> 'not-needed')::int as "byConsent",
              count(pb.id) filter (where pb.consent = 'consented')::int as consented
         from measures.v_measure m left join plan.party_body pb on pb.measure_id = m.id
        where m.plan_id = $1
        group by m.id, m.number, m.title, m.title_en, m.direction_number, m.direction_title, m.direction_title_en,
                 m.deadline_text, m.position
        order by m.position`,
      [planId],
    );
    const today = kyivDay(ctx.now);
    const byMeasure = grouped(await instancesOfPlan(this.db, planId), ({ measureId }) => measureId);
    return {
      plan,
      measures: measures.map((measure) => ({
        ...measure,
        instances: (byMeasure.get(measure.id) ?? []).map((one) => ({
          ...one,
          shown: shownState(one, today),
          isOverdue: isOverdue(one, today),
        })),
      })),
    };
  }
}
