import { Injectable } from '@nestjs/common';
import { CompetitionObstacles, type CompetitionAction } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** Scoring does not start while nobody has decided about some proposal (rule 40), or answered the commission (rule 39). */
@Implements(CompetitionObstacles)
@Injectable()
export class AdmissionObstacle implements CompetitionObstacles {
  async obstacles(reader: Reader, competitionId: string, action: CompetitionAction): Promise<string[]> {
    if (action !== 'start-scoring') return [];
    const row = await reader.one<{ isUndecided: boolean; isUnanswered: boolean }>(
      `select exists (select from applications.application where competition_id = $1 and state = 'submitted') as "isUndecided",
              exists (select from applications.truth_check t join applications.application a on a.id = t.application_id
                       where a.competition_id = $1 and a.state = 'admitted' and t.result is null) as "isUnanswered"`,
      [competitionId],
    );
    return [
      ...(row!.isUndecided ? ['applications.admission-undecided'] : []),
      ...(row!.isUnanswered ? ['applications.truth-unanswered'] : []),
    ];
  }
}
