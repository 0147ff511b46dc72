import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { Paging } from '#libs/platform/http';
import { phaseAt, type Phase } from '../model/phase.js';
import type { CompetitionState } from '../model/competition.js';

export interface OrganiserCompetition {
  id: string;
  code: string | null;
  title: string;
  state: CompetitionState;
  phase: Phase;
  organiserName: string;
  opensAt: Date | null;
  closesAt: Date | null;
  decisionUntil: string | null;
}

/** The competitions of the authorities for which the actor works, newest first. */
@Injectable()
export class ListOrganiserCompetitions {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, paging: Paging): Promise<{ rows: OrganiserCompetition[]; total: number }> {
    const organisers = scopesOf(ctx.actor, ['officer', 'director']);
    const rows = await this.db.rows<Omit<OrganiserCompetition, 'phase'>>(
      `select c.id, c.code, c.title, c.state, o.short_name as "organiserName", c.opens_at as "opensAt",
              c.closes_at as "closesAt", c.decision_until::text as "decisionUntil"
         from competitions.competition c join identity.v_organiser o on o.id = c.organiser_id
        where c.organiser_id = any($1) order by c.id desc limit $2 offset $3`,
      [organisers, paging.size, paging.offset],
    );
    const count = await this.db.one<{ total: number }>(
      'select count(*)::int as total from competitions.competition where organiser_id = any($1)',
      [organisers],
    );
    return { rows: rows.map((row) => ({ ...row, phase: phaseAt(row, ctx.now) })), total: count!.total };
  }
}
