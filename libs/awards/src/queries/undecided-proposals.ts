import { Injectable } from '@nestjs/common';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { CompetitionObstacles, type CompetitionAction } from '#libs/competitions';

/** The order waits until the commission has decided on every admitted proposal. */
@Implements(CompetitionObstacles)
@Injectable()
export class UndecidedProposals implements CompetitionObstacles {
  async obstacles(reader: Reader, competitionId: string, action: CompetitionAction): Promise<string[]> {
    if (action !== 'decide') return [];
    const undecided = await reader.one(
      `select 1 from applications.v_application a
        where a.competition_id = $1 and a.state = 'admitted'
          and not exists (select from awards.allocation_line l where l.application_id = a.id) limit 1`,
      [competitionId],
    );
    return undecided ? ['awards.lines-missing'] : [];
  }
}
