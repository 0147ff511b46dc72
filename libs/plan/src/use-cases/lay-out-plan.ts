import { Injectable } from '@nestjs/common';
import type { Deadline } from '#libs/measures';
import { newId, type Tx } from '#libs/platform/database';
import { formSuggestedBy } from '../model/answer-form.js';
import { instancesOf } from '../model/instances.js';
import { planLaidOut } from '../model/plan.facts.js';
import { takeTurn } from '../queries/find-plan.js';

interface MeasureOfPlan {
  id: string;
  title: string;
  deadline: Deadline;
}

/** Makes the due times of an approved plan out of its deadlines (rule 70). Laid out once; again changes nothing. */
@Injectable()
export class LayOutPlan {
  async within(tx: Tx, planId: string, year: number): Promise<void> {
    await takeTurn(tx, planId);
    if (await tx.one('select id from plan.instance where plan_id = $1 limit 1', [planId])) return;
    const measures = await tx.rows<MeasureOfPlan>(
      'select id, title, deadline from measures.v_measure where plan_id = $1 order by position',
      [planId],
    );
    const instances = measures.flatMap((measure) =>
      instancesOf(measure.deadline, year).map((one) => ({ ...one, id: newId(), measureId: measure.id })),
    );
    await tx.change(
      `insert into plan.instance (id, plan_id, measure_id, ordinal, window_from, due_on)
       select id, $1, "measureId", ordinal, "from", "dueOn" from jsonb_to_recordset($2::jsonb)
              as row (id uuid, "measureId" uuid, ordinal integer, "from" date, "dueOn" date)`,
      [planId, JSON.stringify(instances)],
    );
    await insertSlices(tx, instances);
    await tx.change(
      `insert into plan.measure_note (measure_id, form)
       select id, form from jsonb_to_recordset($1::jsonb) as row (id uuid, form text) where form <> 'plain'`,
      [JSON.stringify(measures.map(({ id, title }) => ({ id, form: formSuggestedBy(title) })))],
    );
    tx.record(planLaidOut, {
      subjectId: planId,
      scopeId: planId,
      particulars: { measures: measures.length, instances: instances.length },
    });
  }
}

export async function insertSlices(
  tx: Tx,
  instances: readonly {
    id: string;
    slices: readonly { year: number; quarter: number; from: string; until: string }[];
  }[],
): Promise<void> {
  const slices = instances.flatMap(({ id, slices: own }) =>
    own.map((one) => ({ ...one, id: newId(), instanceId: id })),
  );
  await tx.change(
    `insert into plan.slice (id, instance_id, year, quarter, from_on, until_on)
     select id, "instanceId", year, quarter, "from", "until" from jsonb_to_recordset($1::jsonb)
            as row (id uuid, "instanceId" uuid, year integer, quarter integer, "from" date, "until" date)`,
    [JSON.stringify(slices)],
  );
}
