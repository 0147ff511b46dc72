import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { phaseAt, type Phase } from '../model/phase.js';
import type { CompetitionState } from '../model/competition.js';

export interface OrganiserCompetition {
  id: string;
  code: string | null;
  title: string;
  state: CompetitionState;
  phase: Phase;
  organiserName: string;
  potKop: number | null;
  opensAt: Date | null;
  closesAt: Date | null;
  decisionUntil: string | null;
}

/** The competitions of the authorities for which the actor works, newest first. */
@Injectable()
export class ListOrganiserCompetitions {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, asked: AskedList<OrganiserCompetition>): Promise<Found<OrganiserCompetition>> {
    const found = await asked.find<Omit<OrganiserCompetition, 'phase'>>(
      this.db,
      `select c.id, c.code, c.title, c.state, o.short_name as "organiserName", c.pot_kop as "potKop",
              c.opens_at as "opensAt", c.closes_at as "closesAt", c.decision_until::text as "decisionUntil"
         from competitions.competition c join identity.v_organiser o on o.id = c.organiser_id
        where (c.organiser_id = any($1) or c.co_organiser_id = any($1))`,
      [scopesOf(ctx.actor, ['officer', 'director'])],
    );
    return { ...found, rows: found.rows.map((row) => ({ ...row, phase: phaseAt(row, ctx.now) })) };
  }
}
