import { Injectable } from '@nestjs/common';
import { lockCompetition } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Reader } from '#libs/platform/database';
import { askForRating } from './ask-for-rating.js';
import { endAssignments } from './end-assignments.js';
import { FillQueues } from './fill-queues.js';

export interface WithoutPower {
  competitionId: string;
  personId: string;
}

/** Members whose term ended while they still had sheets to sign (rule 30): they stand in nobody's way any more. */
export function withoutPower(reader: Reader, competitionId: string | null = null): Promise<WithoutPower[]> {
  return reader.rows<WithoutPower>(
    `select distinct a.competition_id as "competitionId", a.person_id as "personId"
       from evaluation.assignment a
       join competitions.v_competition c on c.id = a.competition_id and c.state = 'scoring'
      where a.ended_at is null and ($1::uuid is null or a.competition_id = $1)
        and not exists (select from evaluation.score_sheet s where s.assignment_id = a.id and s.state = 'signed')
        and not exists (select from identity.v_role r where r.scope_id = a.competition_id and r.person_id = a.person_id)
      order by 1, 2`,
    [competitionId],
  );
}

/** What a member did not sign within the term falls away, as with one who left by an order; what is signed stays. */
@Injectable()
export class EndTerms {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly fillQueues: FillQueues,
  ) {}

  /** All such members of one competition at once. */
  execute(ctx: Context, competitionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await lockCompetition(tx, competitionId);
      const gone = await withoutPower(tx, competitionId);
      if (gone.length === 0) return;
      for (const { personId } of gone)
        await endAssignments(tx, { competitionId, personId, applicationIds: null, reason: 'term-ended' });
      await this.fillQueues.within(tx, competition);
      await askForRating(tx, competition);
    });
  }
}
