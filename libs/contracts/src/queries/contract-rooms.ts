import { Injectable } from '@nestjs/common';
import { competitionPolicy, CompetitionRooms, type CompetitionRow, type Room } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { contractsPolicy } from '../access/contract.policy.js';
import { contractPaths } from '../paths.js';
import { ContractsOfAuthority } from './contracts-of-authority.js';

/** The contracts of a decided competition on its overview. */
@Implements(CompetitionRooms)
@Injectable()
export class ContractRooms implements CompetitionRooms {
  constructor(private readonly contracts: ContractsOfAuthority) {}

  async rooms(
    ctx: Context,
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
  ): Promise<Room[]> {
    if (competition.state !== 'decided' || !competitionPolicy.see.allows(ctx.actor, competition)) return [];
    if (!contractsPolicy.see.allows(ctx.actor, competition)) return [];
    const { granted, signed } = await this.contracts.totals(competition.id);
    return [
      {
        text: phrase(ctx.lang, 'contracts:rooms.contracts'),
        href: contractPaths.ofCompetition(competition.id),
        note: phrase(ctx.lang, 'contracts:rooms.signed', { signed, granted }),
      },
    ];
  }
}
