import { Injectable } from '@nestjs/common';
import { CompetitionObstacles, type CompetitionAction } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';

/** Scoring does not start while nobody has decided about some proposal (rule 40). */
@Implements(CompetitionObstacles)
@Injectable()
export class AdmissionObstacle implements CompetitionObstacles {
  async obstacles(reader: Reader, competitionId: string, action: CompetitionAction): Promise<string[]> {
    if (action !== 'start-scoring') return [];
    const row = await reader.one<{ isUndecided: boolean }>(
      `select exists (select from applications.application where competition_id = $1 and state = 'submitted') as "isUndecided"`,
      [competitionId],
    );
    return row!.isUndecided ? ['applications.admission-undecided'] : [];
  }
}
