import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database, type Reader } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import type { BodyRow } from '../model/body.js';
import { bodyOf } from './find-body.js';
import { planById, type PlanRow } from './find-plan.js';

export interface BodyLine {
  id: string;
  planId: string;
  name: string;
  partyName: string;
  territory: string | null;
  email: string | null;
  contactName: string | null;
  phone: string | null;
  validFrom: string;
  validUntil: string | null;
  successorName: string | null;
  standing: 'acts' | 'ended' | 'hindered';
}

export interface Party {
  key: string;
  name: string;
}

/** The bodies that stand behind the parties of a plan. */
@Injectable()
export class BodiesOfPlan {
  constructor(private readonly db: Database) {}

  async list(
    ctx: Context,
    planId: string,
    asked: AskedList<BodyLine>,
  ): Promise<{ plan: PlanRow; found: Found<BodyLine> }> {
    const plan = await planById(this.db, ctx.actor, planId);
    const found = await asked.find(
      this.db,
      `select b.id, $2::uuid as "planId", b.name, coalesce(r.name, b.class_key) as "partyName", t.name as territory,
              b.email, b.contact_name as "contactName", b.phone, b.valid_from::text as "validFrom", b.valid_until::text as "validUntil",
              s.name as "successorName",
              case when b.hindered is not null and b.hindered_from <= $3::date
                        and (b.hindered_until is null or b.hindered_until >= $3::date) then 'hindered'
                   when b.valid_until < $3::date then 'ended' else 'acts' end as standing
         from plan.body b left join plan.territory t on t.code = b.territory_code left join plan.body s on s.id = b.successor_id
         left join lateral (select r.name from measures.v_party r join measures.v_measure m on m.id = r.measure_id
                             where m.plan_id = $2 and r.party_key = b.class_key limit 1) r on true
        where b.organiser_id = $1`,
      [plan.organiserId, planId, kyivDay(ctx.now)],
    );
    return { plan, found };
  }

  async forForm(ctx: Context, planId: string, bodyId: string | null): Promise<BodyForm> {
    const plan = await planById(this.db, ctx.actor, planId);
    const body = bodyId === null ? null : await bodyOf(this.db, plan.organiserId, bodyId);
    const others = await this.db.rows<{ id: string; name: string }>(
      `select id, name from plan.body where organiser_id = $1 and id is distinct from $2 order by name collate "uk-x-icu", id`,
      [plan.organiserId, bodyId],
    );
    return { plan, body, others, parties: await partiesOf(this.db, planId), file: await territoryFile(this.db) };
  }
}

export interface TerritoryFileRow {
  title: string;
  isExtract: boolean;
  rows: number;
}

export interface BodyForm {
  plan: PlanRow;
  body: BodyRow | null;
  others: { id: string; name: string }[];
  parties: Party[];
  file: TerritoryFileRow | null;
}

async function territoryFile(reader: Reader): Promise<TerritoryFileRow | null> {
  const file = await reader.one<TerritoryFileRow>(
    'select title, is_extract as "isExtract", rows from plan.territory_file',
  );
  return file ?? null;
}

/** Once each, in the order in which the plan first names them. */
export function partiesOf(reader: Reader, planId: string): Promise<Party[]> {
  return reader.rows<Party>(
    `select r.party_key as key, min(r.name) as name from measures.v_party r
       join measures.v_measure m on m.id = r.measure_id where m.plan_id = $1
      group by r.party_key order by min(m.position * 100 + r.position)`,
    [planId],
  );
}
