import { Injectable } from '@nestjs/common';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { CompetitionObstacles, type ActKind, type CompetitionAction } from '#libs/competitions';
import { sessionsOf } from '#libs/sessions';
import { AWARD } from '../model/agenda.js';
import { isUnfinished } from '../model/award-session.js';

/** The order waits until the commission has decided on every admitted proposal; a new pot, until no session lays the old one. */
@Implements(CompetitionObstacles)
@Injectable()
export class UndecidedProposals implements CompetitionObstacles {
  async obstacles(reader: Reader, competitionId: string, action: CompetitionAction | ActKind): Promise<string[]> {
    if (action === 'change-pot') {
      const sessions = await sessionsOf(reader, competitionId, AWARD);
      return sessions.some(isUnfinished) ? ['awards.pot-in-session'] : [];
    }
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
