import { createHash } from 'node:crypto';
import type { Reader } from '#libs/platform/database';
import { expansionOf, type ExistingPartyBody, type Expansion, type PartyOfMeasure } from '../model/expansion.js';
import { bodiesOf } from './find-body.js';
import type { PlanRow } from './find-plan.js';

/** What naming the bodies of every party would change now. */
export async function planExpansion(reader: Reader, plan: PlanRow): Promise<Expansion & { hash: string }> {
  const parties = await partiesOf(reader, plan.id);
  const bodies = await bodiesOf(reader, plan.organiserId);
  const found = expansionOf(plan.year, parties, bodies, await existingOf(reader, plan.id));
  const told = [found.added.map(({ measureId, bodyId }) => [measureId, bodyId]), found.removed.map(({ id }) => id)];
  return { ...found, hash: createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16) };
}

function partiesOf(reader: Reader, planId: string): Promise<PartyOfMeasure[]> {
  return reader.rows<PartyOfMeasure>(
    `select m.id as "measureId", m.number, r.position, r.party_key as "partyKey", r.name, r.by_consent as "byConsent"
       from measures.v_measure m join measures.v_party r on r.measure_id = m.id
      where m.plan_id = $1 order by m.position, r.position`,
    [planId],
  );
}

function existingOf(reader: Reader, planId: string): Promise<ExistingPartyBody[]> {
  return reader.rows<ExistingPartyBody>(
    `select pb.id, pb.measure_id as "measureId", pb.body_id as "bodyId", pb.consent,
            pb.letter_out is not null or pb.letter_in is not null or exists (
              select from plan.answer a join plan.slice s on s.id = a.slice_id join plan.instance i on i.id = s.instance_id
               where a.body_id = pb.body_id and i.measure_id = pb.measure_id) as "hasAnswers"
       from plan.party_body pb join measures.v_measure m on m.id = pb.measure_id where m.plan_id = $1`,
    [planId],
  );
}
