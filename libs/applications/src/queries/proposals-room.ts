import { Injectable } from '@nestjs/common';
import { CompetitionRooms, type CompetitionRow, type Room } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import { holds, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { applicationPaths } from '../paths.js';
import { countProposals } from './proposals-of-competition.js';

/** The link to the proposals on the officer's overview. Before the opening it says only how many there are. */
@Implements(CompetitionRooms)
@Injectable()
export class ProposalsRoom implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(
    ctx: Context,
    { id, state, organiserId }: Pick<CompetitionRow, 'id' | 'state' | 'organiserId'>,
  ): Promise<Room[]> {
    if (state === 'draft' || !holds(ctx.actor, STAFF_ROLES, organiserId)) return [];
    const { submitted } = await countProposals(this.db, id);
    return [
      {
        text: phrase(ctx.lang, 'applications:room.text'),
        href: applicationPaths.proposals(id),
        note: phrase(ctx.lang, 'applications:room.note', { count: submitted }),
      },
    ];
  }
}
