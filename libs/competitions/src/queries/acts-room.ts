import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { worksFor } from '../access/works-for.js';
import type { CompetitionRow } from '../model/competition.js';
import { competitionPaths } from '../paths.js';
import { CompetitionRooms, type Room } from '../ports/competition-rooms.port.js';
import { preparedAct } from './read-acts.js';

/** The way to the acts of a competition, from its overview. */
@Implements(CompetitionRooms)
@Injectable()
export class ActsRoom implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(
    ctx: Context,
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
  ): Promise<Room[]> {
    const { id, state } = competition;
    if (state === 'draft' || !worksFor(ctx.actor, ['officer', 'director'], competition)) return [];
    const waiting = await preparedAct(this.db, id);
    const note = phrase(ctx.lang, waiting ? 'competitions:act.waits' : 'competitions:act.roomNote');
    return [{ text: phrase(ctx.lang, 'competitions:act.room'), href: competitionPaths.acts(id), note }];
  }
}
