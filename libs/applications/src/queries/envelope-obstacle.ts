import { Injectable } from '@nestjs/common';
import { CompetitionObstacles, competitionById, type CompetitionAction } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { Implements } from '#libs/platform/ports';
import { waitingEnvelopes } from './envelopes.js';

/** Scoring does not start while an envelope in time is neither typed and checked nor set aside. */
@Implements(CompetitionObstacles)
@Injectable()
export class EnvelopeObstacle implements CompetitionObstacles {
  async obstacles(reader: Reader, competitionId: string, action: CompetitionAction): Promise<string[]> {
    if (action !== 'start-scoring') return [];
    const waiting = await waitingEnvelopes(reader, await competitionById(reader, competitionId));
    return waiting.length > 0 ? ['applications.envelopes-waiting'] : [];
  }
}
