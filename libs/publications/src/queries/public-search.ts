import { Injectable } from '@nestjs/common';
import { withoutPersonalData } from '#libs/identity';
import { Database } from '#libs/platform/database';
import type { PublicState } from '../model/public-proposal.js';
import { KINDS, type Kind, type SearchQuestion } from '../model/search-question.js';
import { searchSql } from './search-sql.js';

export interface Found {
  /** Code of the competition, or ЄДРПОУ of the organisation. */
  key: string;
  title: string;
  titleEn: string | null;
  /** Authority, settlement or organisation. */
  note: string;
  year: number | null;
  state: PublicState | null;
  edrpou: string | null;
}

export interface FoundGroup {
  kind: Kind;
  total: number;
  found: Found[];
}

export interface SearchChoices {
  years: number[];
  authorities: { slug: string; name: string }[];
}

const CHOICES_MAX = 200;

/** One search over what is public at this moment: announced competitions, organisations and projects decided upon. */
@Injectable()
export class PublicSearch {
  constructor(private readonly db: Database) {}

  /**
   * A slice of the chosen kind, and of the others only how many there are; of every kind when none is chosen. Where nothing is found,
   * a letter may be wrong.
   */
  async execute(question: SearchQuestion, slice: { limit: number; offset: number }): Promise<FoundGroup[]> {
    const groups = await this.groups(question, slice);
    const isNothing = groups.every(({ total }) => total === 0);
    return isNothing && question.words.length > 0 ? this.groups({ ...question, isNear: true }, slice) : groups;
  }

  private groups(question: SearchQuestion, slice: { limit: number; offset: number }): Promise<FoundGroup[]> {
    const groups = KINDS.map(async (kind) => {
      const isShown = question.kind === null || question.kind === kind;
      return { kind, ...(isShown ? await this.slice(kind, question, slice) : await this.count(kind, question)) };
    });
    return Promise.all(groups);
  }

  /** What the filters offer. */
  async choices(): Promise<SearchChoices> {
    const [years, authorities] = await Promise.all([
      this.db.rows<{ year: number }>(
        `select distinct budget_year as year from competitions.v_competition where state <> 'draft' and not is_rehearsal order by 1 desc limit $1`,
        [CHOICES_MAX],
      ),
      this.db.rows<{ slug: string; name: string }>(
        `select slug, short_name as name from identity.v_organiser o
          where exists (select from competitions.v_competition c where c.organiser_id = o.id and c.state <> 'draft'
                          and not c.is_rehearsal)
          order by short_name collate "uk-x-icu", slug limit $1`,
        [CHOICES_MAX],
      ),
    ]);
    return { years: years.map(({ year }) => year), authorities };
  }

  private async slice(kind: Kind, question: SearchQuestion, { limit, offset }: { limit: number; offset: number }) {
    const params: unknown[] = [];
    const sql = searchSql(kind, question, (value) => `$${params.push(value)}`);
    const rows = await this.db.rows<Found & { total: number }>(
      `select *, count(*) over ()::int as total from (${sql}) found limit $${params.push(limit)} offset $${params.push(offset)}`,
      params,
    );
    const found = rows.map(({ total: _, ...row }) => ({ ...row, title: withoutPersonalData(row.title) })); // rule 55
    return { total: rows[0]?.total ?? 0, found };
  }

  private async count(kind: Kind, question: SearchQuestion) {
    const params: unknown[] = [];
    const sql = searchSql(kind, question, (value) => `$${params.push(value)}`);
    const row = await this.db.one<{ total: number }>(`select count(*)::int as total from (${sql}) found`, params);
    return { total: row!.total, found: [] };
  }
}
