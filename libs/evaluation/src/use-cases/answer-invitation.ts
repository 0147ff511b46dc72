import { Injectable } from '@nestjs/common';
import { competitionSettings, lockCompetition, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { expertAnswered } from '../model/evaluation.facts.js';
import type { ExpertField } from '../model/expert.js';
import { FillQueues } from './fill-queues.js';
import { ReplaceExpert } from './replace-expert.js';

export interface ExpertProfile {
  fields: ExpertField[];
  places: string[];
  /** Null = no own limit. */
  loadLimit: number | null;
  /** Ids of priorities of the competition. */
  priorities: string[];
}

/** An expert accepts an invitation with a profile (the agreement is given once), or refuses it with a reason. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly fillQueues: FillQueues,
    private readonly replace: ReplaceExpert,
  ) {}

  /** Also for changing the profile later. */
  accept(ctx: Context, competitionId: string, profile: ExpertProfile): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await this.invited(tx, competitionId);
      await saveProfile(tx, profile);
      const known = new Set((await competitionSettings(tx, competitionId)).priorities.map(({ id }) => id));
      await tx.change(
        `update evaluation.expert_seat set state = 'accepted', priorities = $3, answered_at = coalesce(answered_at, $4)
          where competition_id = $1 and person_id = $2`,
        [competitionId, tx.actor.personId, profile.priorities.filter((id) => known.has(id)), tx.now],
      );
      record(tx, competitionId, 'accepted');
      await this.fillQueues.within(tx, competition);
    });
  }

  refuse(ctx: Context, competitionId: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await this.invited(tx, competitionId);
      record(tx, competitionId, 'refused');
      await this.replace.within(tx, competition, tx.actor.personId!, { state: 'refused', reason });
    });
  }

  private async invited(tx: Tx, competitionId: string): Promise<CompetitionRow> {
    const competition = await lockCompetition(tx, competitionId);
    demand(evaluationPolicy, 'declare', tx.actor, competition);
    const seat = await tx.one<{ state: string }>(
      'select state from evaluation.expert_seat where competition_id = $1 and person_id = $2 for update',
      [competitionId, tx.actor.personId],
    );
    if (!seat) throw new NotFound();
    if (!['invited', 'accepted'].includes(seat.state)) throw new Conflict('evaluation.invitation-over');
    return competition;
  }
}

async function saveProfile(tx: Tx, { fields, places, loadLimit }: ExpertProfile): Promise<void> {
  await tx.change(
    `insert into evaluation.expert_profile (person_id, fields, places, load_limit, agreed_at, updated_at)
     values ($1, $2, $3, $4, $5, $5)
     on conflict (person_id) do update set fields = excluded.fields, places = excluded.places,
       load_limit = excluded.load_limit, updated_at = excluded.updated_at`,
    [tx.actor.personId, fields, places, loadLimit, tx.now],
  );
}

function record(tx: Tx, competitionId: string, answer: 'accepted' | 'refused'): void {
  tx.record(expertAnswered, { subjectId: tx.actor.personId!, scopeId: competitionId, particulars: { answer } });
}
