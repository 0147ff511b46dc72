import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AddedPartyBody, Expansion } from '../model/expansion.js';
import { grouped } from '../model/grouped.js';
import { planById, type PlanRow } from './find-plan.js';
import { planExpansion } from './plan-expansion.js';

export interface ExpansionForPage extends Omit<Expansion, 'added' | 'removed' | 'kept'> {
  plan: PlanRow;
  hash: string;
  /** One line for a body with the measures that it gets or loses. */
  added: { name: string; consent: AddedPartyBody['consent']; numbers: string[] }[];
  removed: { name: string; numbers: string[] }[];
  kept: { name: string; numbers: string[] }[];
}

/** What the page of the classes shows: body by body, not pair by pair. */
@Injectable()
export class ExpansionForOfficer {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, planId: string): Promise<ExpansionForPage> {
    const plan = await planById(this.db, ctx.actor, planId);
    const { added, removed, kept, ...rest } = await planExpansion(this.db, plan);
    return {
      ...rest,
      plan,
      added: [...grouped(added, ({ bodyId, consent }) => `${bodyId} ${consent}`).values()].map((pairs) => ({
        name: pairs[0]!.bodyName,
        consent: pairs[0]!.consent,
        numbers: pairs.map(({ number }) => number),
      })),
      removed: await this.named(removed.map(({ id }) => id)),
      kept: await this.named(kept.map(({ id }) => id)),
    };
  }

  private named(ids: readonly string[]): Promise<{ name: string; numbers: string[] }[]> {
    return this.db.rows(
      `select b.name, array_agg(m.number order by m.position) as numbers
         from plan.party_body pb join plan.body b on b.id = pb.body_id join measures.v_measure m on m.id = pb.measure_id
        where pb.id = any($1) group by b.id, b.name order by b.name collate "uk-x-icu"`,
      [ids],
    );
  }
}
