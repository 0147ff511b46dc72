import { Injectable } from '@nestjs/common';
import type { CompetitionRow } from '#libs/competitions';
import type { Tx } from '#libs/platform/database';
import type { PersonPair } from '../model/distribution.js';
import { askForRating } from './ask-for-rating.js';
import { endAssignments } from './end-assignments.js';
import { FillQueues } from './fill-queues.js';

/** What follows from a conflict, whoever established it: the work is taken, the file closes, somebody else gets it. */
@Injectable()
export class Recuse {
  constructor(private readonly fillQueues: FillQueues) {}

  /** The competition is locked and the conflict is written down by the caller. */
  async within(tx: Tx, competition: CompetitionRow, personId: string, applicationIds: string[]): Promise<void> {
    await endAssignments(tx, { competitionId: competition.id, personId, applicationIds, reason: 'conflict' });
    await this.fillQueues.within(tx, competition);
    await askForRating(tx, competition);
  }

  /** rule 32: a conflict that a decision found stands as a declaration which the person cannot take back. */
  async uphold(tx: Tx, competition: CompetitionRow, pair: PersonPair, kind: string, reason: string): Promise<void> {
    await tx.change(
      `insert into evaluation.conflict_declaration
         (application_id, person_id, competition_id, kind, reason, declared_at, upheld_at)
       values ($1, $2, $3, $4, $5, $6, $6)
       on conflict (application_id, person_id) do update
         set kind = excluded.kind, reason = excluded.reason, declared_at = excluded.declared_at, upheld_at = excluded.upheld_at`,
      [pair.applicationId, pair.personId, competition.id, kind, reason, tx.now],
    );
    await this.within(tx, competition, pair.personId, [pair.applicationId]);
  }
}
