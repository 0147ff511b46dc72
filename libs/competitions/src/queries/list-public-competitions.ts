import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { AskedList, Found, Paging } from '#libs/platform/http';
import { toSafeInteger } from '#libs/platform/money';
import type { ActRow } from '../model/act.js';
import type { CompetitionState } from '../model/competition.js';
import { phaseAt, type Phase } from '../model/phase.js';
import { lastActs } from './read-acts.js';

export interface PublicCompetition {
  id: string;
  code: string;
  title: string;
  titleEn: string | null;
  state: CompetitionState;
  phase: Phase;
  organiserName: string;
  budgetYear: number;
  potKop: number;
  capKop: number;
  opensAt: Date;
  closesAt: Date;
  /** The newest act that stopped or changed it. */
  lastAct: ActRow | null;
}

/** In the order in which the list shows them; `open` comes first because its door will close. */
export const PUBLIC_GROUPS = ['open', 'soon', 'in-work', 'decided', 'stopped'] as const;
export type PublicGroup = (typeof PUBLIC_GROUPS)[number];

/** Cut to the second, as the door does it (rule 16). */
const IN_TIME = `date_trunc('second', $1::timestamptz) <= date_trunc('second', c.closes_at)`;
const CONDITIONS: Record<PublicGroup, string> = {
  open: `c.state = 'announced' and c.opens_at <= $1 and ${IN_TIME}`,
  soon: `c.state = 'announced' and c.opens_at > $1`,
  'in-work': `(c.state in ('admission', 'scoring', 'rated', 'suspended') or c.state = 'announced' and not ${IN_TIME})`,
  decided: `c.state = 'decided' and $1::timestamptz is not null`,
  stopped: `c.state in ('cancelled', 'not-held') and $1::timestamptz is not null`,
};

const GROUP = `case ${PUBLIC_GROUPS.map((group) => `when ${CONDITIONS[group]} then '${group}'`).join(' ')} end`;

/** Over `$1` = now. */
const SELECT = `
  select c.id, c.code, c.title, c.title_en as "titleEn", c.purpose, c.state, o.name as "organiserName",
         c.budget_year as "budgetYear", c.pot_kop as "potKop", c.cap_kop as "capKop", c.opens_at as "opensAt",
         c.closes_at as "closesAt", c.published_at as "publishedAt", c.search_form || ' ' || o.search_form as "searchForm", ${GROUP} as "group",
         array_position(array['${PUBLIC_GROUPS.join(`', '`)}'], ${GROUP}) as "groupPosition"
    from competitions.competition c join identity.v_organiser o on o.id = c.organiser_id
   where c.state <> 'draft' and not c.is_rehearsal`;

/** Announced competitions of all authorities, or under one measure, where the door is open first; drafts never. */
@Injectable()
export class ListPublicCompetitions {
  constructor(private readonly db: Database) {}

  async execute(
    ctx: Context,
    asked: AskedList<PublicCompetition>,
    measureId: string | null,
  ): Promise<Found<PublicCompetition>> {
    const select = measureId ? `${SELECT} and c.measure_id = $2` : SELECT;
    const found = await asked.find<Stored>(this.db, select, measureId ? [ctx.now, measureId] : [ctx.now]);
    return { ...found, rows: await this.whole(ctx, found.rows) };
  }

  /** One page of a group, newest first. */
  async page(ctx: Context, group: PublicGroup, paging: Paging): Promise<PublicCompetition[]> {
    const rows = await this.db.rows<Stored>(
      `select * from (${SELECT}) c where "group" = $2 order by "publishedAt" desc, id desc limit $3 offset $4`,
      [ctx.now, group, paging.size, paging.offset],
    );
    return this.whole(ctx, rows);
  }

  /** How many stand in each group. */
  async counts(ctx: Context): Promise<Record<PublicGroup, number>> {
    const counts = PUBLIC_GROUPS.map((group) => `count(*) filter (where ${CONDITIONS[group]})::int as "${group}"`);
    const row = await this.db.one<Record<PublicGroup, number>>(
      `select ${counts.join(', ')} from competitions.competition c where c.state <> 'draft' and not c.is_rehearsal`,
      [ctx.now],
    );
    return row!;
  }

  private async whole(ctx: Context, rows: Stored[]): Promise<PublicCompetition[]> {
    const acts = await lastActs(
      this.db,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      ...row,
      lastAct: acts.get(row.id) ?? null,
      phase: phaseAt(row, ctx.now),
      potKop: toSafeInteger(row.potKop),
      capKop: toSafeInteger(row.capKop),
    }));
  }
}

type Stored = Omit<PublicCompetition, 'phase' | 'lastAct'>;
