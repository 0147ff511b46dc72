import { Injectable } from '@nestjs/common';
import { secondScoreDaysOf, type CompetitionRow } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { HOLDING_STATES, PLANNING_STATES } from '../model/defence.js';
import { defenceCancelled, defencePublished } from '../model/evaluation.facts.js';
import { sha256Hex } from '../model/lot.js';
import { hasUndecided, proposalsToDefend } from '../queries/read-defence.js';
import { askForRating } from './ask-for-rating.js';
import { DefenceLetters } from './defence-letters.js';
import { LayOutDefence } from './lay-out-defence.js';
import { lockDefence } from './lock-defence.js';

/** The agenda is made and told to everybody concerned: the lot is drawn here, from the seed that was put down before (rule 43). */
@Injectable()
export class PublishDefence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly layOut: LayOutDefence,
    private readonly letters: DefenceLetters,
  ) {}

  execute(ctx: Context, competitionId: string, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, defence } = await lockDefence(tx, competitionId, HOLDING_STATES);
      if (defence.state !== 'draft') throw new Conflict('evaluation.defence-published-already');
      if (defence.version !== version) throw new Conflict('evaluation.defence-saved-elsewhere');
      if (await hasUndecided(tx, competitionId)) throw new Conflict('evaluation.defence-undecided');
      if ((await proposalsToDefend(tx, competitionId)).length === 0) throw new Conflict('evaluation.defence-nobody');
      const changes = await this.layOut.within(tx, defence);
      await tx.change(
        `update evaluation.defence set state = 'published', published_at = $2, changed_at = $2, version = version + 1
          where competition_id = $1`,
        [competitionId, tx.now],
      );
      await openSecondScore(tx, competition);
      const { orderBy, seed } = defence;
      tx.record(defencePublished, {
        subjectId: competitionId,
        scopeId: competitionId,
        particulars: {
          ...{ orderBy, ...(seed && { seed, seedSha256: sha256Hex(seed) }) },
          slots: changes.map(({ registerCode, startsAt }) => [registerCode, startsAt.toISOString()]),
        },
      });
      await this.letters.announce(tx, competition, changes);
    });
  }

  /** There will be no defence; the agenda stays to be seen as called off. */
  cancel(ctx: Context, competitionId: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, defence } = await lockDefence(tx, competitionId, PLANNING_STATES);
      if (defence.state !== 'published') throw new Conflict('evaluation.defence-not-now');
      const told = await tx.rows<{ id: string }>(
        `update evaluation.defence_slot set sequence = sequence + 1, changed_at = $2, version = version + 1
          where competition_id = $1 and state = 'planned' returning application_id as id`,
        [competitionId, tx.now],
      );
      await tx.change(
        `update evaluation.defence set state = 'cancelled', cancel_reason = $3, changed_at = $2, version = version + 1
          where competition_id = $1`,
        [competitionId, tx.now, reason],
      );
      tx.record(defenceCancelled, { subjectId: competitionId, scopeId: competitionId, particulars: { reason } });
      await this.letters.cancel(
        tx,
        competition,
        told.map(({ id }) => id),
        reason,
      );
      await askForRating(tx, competition);
    });
  }
}

/** Where the conditions name a second score, its days follow from those of the agenda. */
async function openSecondScore(tx: Tx, competition: CompetitionRow): Promise<void> {
  const days = secondScoreDaysOf(competition);
  if (days === null) return;
  await tx.change('insert into evaluation.second_score (competition_id, days) values ($1, $2)', [competition.id, days]);
}
