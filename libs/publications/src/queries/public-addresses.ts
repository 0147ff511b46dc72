import { Injectable } from '@nestjs/common';
import { applicationPaths } from '#libs/applications';
import { awardPaths } from '#libs/awards';
import { competitionPaths } from '#libs/competitions';
import { Hourly } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import type { Paging } from '#libs/platform/http';
import { PUBLIC_SQL } from '../model/public-proposal.js';
import { publicationPaths } from '../paths.js';

/** What has an address of its own: a kind, and the key in its address. */
const PUBLISHED = `
  select 1 as kind, code as key from competitions.v_competition where state <> 'draft' and not is_rehearsal
  union all
  select 2, code from competitions.v_competition c
   where not c.is_rehearsal and exists (select from applications.v_application a where a.competition_id = c.id and ${PUBLIC_SQL})
  union all
  select 3, code from competitions.v_competition where state = 'decided' and not is_rehearsal
  union all
  select 4, edrpou from identity.v_organisation o
   where exists (select from applications.v_application a join competitions.v_competition c on c.id = a.competition_id
                  where a.organisation_id = o.id and not c.is_rehearsal and ${PUBLIC_SQL})`;
const PATHS: Record<number, (key: string) => string> = {
  1: competitionPaths.show,
  2: applicationPaths.admissionDecisions,
  3: awardPaths.results,
  4: publicationPaths.organisation,
};

/** Addresses of pages for everybody, without the language prefix, in an order that stays. */
@Injectable()
export class PublicAddresses {
  private readonly counted = new Hourly(() => this.countAll());

  constructor(private readonly db: Database) {}

  async list(paging: Paging): Promise<string[]> {
    const rows = await this.db.rows<{ kind: number; key: string }>(
      `select kind, key from (${PUBLISHED}) as published order by kind, key limit $1 offset $2`,
      [paging.size, paging.offset],
    );
    return rows.map(({ kind, key }) => PATHS[kind]!(key));
  }

  /** How many there are, or were within the last hour: search engines come a few times a day. */
  async count(now: Date): Promise<number> {
    return (await this.counted.read(now)).figure;
  }

  private async countAll(): Promise<number> {
    const row = await this.db.one<{ count: number }>(`select count(*)::int as count from (${PUBLISHED}) as published`);
    return row!.count;
  }
}
