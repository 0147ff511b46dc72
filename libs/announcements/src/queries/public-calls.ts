import { Injectable } from '@nestjs/common';
import type { CompetitionState } from '#libs/competitions';
import { organisers, type OrganiserLine } from '#libs/identity';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';

export interface PublicCall {
  id: string;
  code: string;
  state: CompetitionState;
  title: string;
  titleEn: string | null;
  purpose: string | null;
  purposeEn: string | null;
  place: string | null;
  organiser: string;
  publishedAt: Date;
  changedAt: Date;
  /** How many acts and corrections there were. */
  changes: number;
  closesAt: Date;
  defenceOn: string | null;
}

/** So many of the newest stand in a feed. */
export const FEED_CALLS_MAX = 40;

/** Announced competitions, the newest first, for feeds; a stopped one stays. */
@Injectable()
export class PublicCalls {
  constructor(private readonly db: Database) {}

  newest(organiserId: string | null): Promise<PublicCall[]> {
    return this.db.rows<PublicCall>(
      `select c.id, c.code, c.state, c.title, c.title_en as "titleEn", c.purpose, c.purpose_en as "purposeEn", c.place,
              o.name as organiser, c.published_at as "publishedAt", c.changed_at as "changedAt", c.changes,
              c.closes_at as "closesAt", c.defence_on::text as "defenceOn"
         from competitions.v_call c
         join competitions.v_competition v on v.id = c.id and not v.is_rehearsal
         join identity.v_organiser o on o.id = c.organiser_id
        where $1::uuid is null or c.organiser_id = $1
        order by c.published_at desc, c.id desc limit ${FEED_CALLS_MAX}`,
      [organiserId],
    );
  }

  /** @throws NotFound */
  async authority(slug: string): Promise<OrganiserLine> {
    const found = (await organisers(this.db)).find((one) => one.slug === slug);
    if (!found) throw new NotFound();
    return found;
  }
}
