import { Injectable } from '@nestjs/common';
import { demand, scopesOf, type Actor, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { planWorkPolicy } from '../access/plan-work.policy.js';
import { problemsOf, type KnownParty } from '../model/plan-file-of-rows.js';
import type { DraftRow, RowProblem } from '../model/plan-rows.js';

export interface PlanDraftRow {
  id: string;
  organiserId: string;
  organiserSlug: string;
  organiserName: string;
  year: number;
  source: 'plan' | 'file';
  sourceName: string;
  title: string;
  rows: DraftRow[];
  version: number;
}

const SELECT = `select d.id, d.organiser_id as "organiserId", o.slug as "organiserSlug", o.name as "organiserName", d.year,
                       d.source, d.source_name as "sourceName", d.title, d.rows, d.version
                  from plan.plan_draft d join identity.v_organiser o on o.id = d.organiser_id`;

/** @throws NotFound also for who may not see it */
export async function draftById(reader: Reader, actor: Actor, id: string): Promise<PlanDraftRow> {
  const draft = await reader.one<PlanDraftRow>(`${SELECT} where d.id = $1`, [id]);
  if (!draft) throw new NotFound();
  demand(planWorkPolicy, 'see', actor, draft);
  return draft;
}

/** Parties that earlier plans have named: their keys go on. */
export function knownParties(reader: Reader): Promise<KnownParty[]> {
  return reader.rows<KnownParty>(
    `select distinct party_key as key, name, name_en as "nameEn", official_text as "officialText" from measures.v_party
      order by key, "officialText" limit 500`,
  );
}

/** Plans that are being written. */
@Injectable()
export class PlanDrafts {
  constructor(private readonly db: Database) {}

  mine(ctx: Context): Promise<PlanDraftRow[]> {
    return this.db.rows<PlanDraftRow>(`${SELECT} where d.organiser_id = any($1) order by d.year desc, d.id limit 50`, [
      scopesOf(ctx.actor, ['officer', 'director']),
    ]);
  }

  async execute(ctx: Context, id: string): Promise<{ draft: PlanDraftRow; problems: RowProblem[] }> {
    const draft = await draftById(this.db, ctx.actor, id);
    return { draft, problems: problemsOf(draft.rows) };
  }
}
