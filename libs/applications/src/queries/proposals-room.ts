import { Injectable } from '@nestjs/common';
import { CompetitionRooms, worksFor, type CompetitionRow, type Room } from '#libs/competitions';
import { STAFF_ROLES } from '#libs/identity';
import type { Context } from '#libs/platform/access';
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
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
  ): Promise<Room[]> {
    const { id, state } = competition;
    if (state === 'draft' || !worksFor(ctx.actor, STAFF_ROLES, competition)) return [];
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
