import { Injectable } from '@nestjs/common';
import { CompetitionRooms, type CompetitionRow, type Room } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { envelopePolicy } from '../access/envelope.policy.js';
import { applicationPaths } from '../paths.js';

/** The link to the register of envelopes on the officer's overview. */
@Implements(CompetitionRooms)
@Injectable()
export class EnvelopesRoom implements CompetitionRooms {
  constructor(private readonly db: Database) {}

  async rooms(
    ctx: Context,
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
  ): Promise<Room[]> {
    if (!envelopePolicy.see.allows(ctx.actor, competition)) return [];
    const row = await this.db.one<{ count: number }>(
      'select count(*)::int as count from applications.envelope where competition_id = $1',
      [competition.id],
    );
    return [
      {
        text: phrase(ctx.lang, 'applications:envelope.room'),
        href: applicationPaths.envelopes(competition.id),
        note: phrase(ctx.lang, 'applications:envelope.roomNote', { count: row!.count }),
      },
    ];
  }
}
