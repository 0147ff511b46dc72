import { Injectable } from '@nestjs/common';
import { holds, type Context } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import type { CompetitionRow } from '../model/competition.js';
import { competitionPaths } from '../paths.js';
import { CompetitionRooms, type Room } from '../ports/competition-rooms.port.js';

/** The way to mend a published slip, from the overview. */
@Implements(CompetitionRooms)
@Injectable()
export class CorrectionsRoom implements CompetitionRooms {
  rooms(
    ctx: Context,
    { id, state, organiserId }: Pick<CompetitionRow, 'id' | 'state' | 'organiserId'>,
  ): Promise<Room[]> {
    if (state === 'draft' || !holds(ctx.actor, ['officer'], organiserId)) return Promise.resolve([]);
    const note = phrase(ctx.lang, 'competitions:correction.roomNote');
    const text = phrase(ctx.lang, 'competitions:correction.room');
    return Promise.resolve([{ text, href: competitionPaths.newCorrection(id), note }]);
  }
}
