import { Injectable } from '@nestjs/common';
import {
  AnnouncementAsides,
  competitionPolicy,
  CompetitionRooms,
  type CompetitionRow,
  type Room,
} from '#libs/competitions';
import type { Context, Lang } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { rulingPolicy } from '../access/ruling.policy.js';
import { rulingPaths } from '../paths.js';
import { STANDS } from './standing-stays.js';

const CONTESTED_FROM: readonly string[] = ['announced', 'admission', 'scoring', 'rated', 'decided', 'cancelled'];

/** How many confirmed rulings there are, and how many of them hold money now. */
async function noteOf(db: Database, competitionId: string, lang: Lang): Promise<string | null> {
  const row = await db.one<{ all: number; held: number }>(
    `select count(*)::int as all, count(*) filter (where ${STANDS})::int as held
       from rulings.ruling r where r.competition_id = $1 and r.state = 'confirmed'`,
    [competitionId],
  );
  const { all, held } = row!;
  return all === 0 ? null : phrase(lang, `rulings:rooms.${held > 0 ? 'held' : 'note'}`, { all });
}

/** Rulings on the overview of their competition. */
@Implements(CompetitionRooms)
@Injectable()
export class RulingRooms implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(
    ctx: Context,
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
  ): Promise<Room[]> {
    if (!CONTESTED_FROM.includes(competition.state) || !competitionPolicy.see.allows(ctx.actor, competition)) return [];
    if (!rulingPolicy.see.allows(ctx.actor, competition)) return [];
    const note = (await noteOf(this.db, competition.id, ctx.lang)) ?? undefined;
    return [{ text: phrase(ctx.lang, 'rulings:title'), href: rulingPaths.all(competition.id), note }];
  }
}

/** Beside the announcement, once there is one. */
@Implements(AnnouncementAsides)
@Injectable()
export class RulingAside implements AnnouncementAsides {
  constructor(private readonly db: Database) {}

  async asides(ctx: Context, { id, code }: CompetitionRow): Promise<Room[]> {
    const note = await noteOf(this.db, id, ctx.lang);
    return note ? [{ text: phrase(ctx.lang, 'rulings:title'), href: rulingPaths.published(code!), note }] : [];
  }
}
