import { Injectable } from '@nestjs/common';
import { competitionById, CompetitionObstacles, type ActKind, type CompetitionAction } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** The announcement promised that votes of citizens are published beside the rating: the decision waits for them. */
@Implements(CompetitionObstacles)
@Injectable()
export class VotesToBring implements CompetitionObstacles {
  async obstacles(reader: Reader, competitionId: string, action: CompetitionAction | ActKind): Promise<string[]> {
    if (action !== 'decide') return [];
    const { voteName, isRehearsal } = await competitionById(reader, competitionId);
    if (voteName === null || isRehearsal) return [];
    const brought = await reader.one(
      'select 1 from registers.v_result where competition_id = $1 and votes is not null limit 1',
      [competitionId],
    );
    return brought ? [] : ['registers.votes-missing'];
  }
}
