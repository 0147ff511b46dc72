import { Injectable } from '@nestjs/common';
import { competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';

export interface ExpertToReplaceView {
  competition: CompetitionRow;
  personId: string;
  fullName: string;
  signed: number;
  /** Not signed: goes to others. */
  open: number;
  /** How many of the reserve have accepted. */
  reserve: number;
}

/** An expert, what would stay and what would go to others. */
@Injectable()
export class ExpertToReplace {
  constructor(private readonly db: Database) {}

  /** @throws NotFound when the person is no expert of the competition */
  async execute(ctx: Context, competitionId: string, personId: string): Promise<ExpertToReplaceView> {
    const competition = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'see', ctx.actor, competition);
    demand(evaluationPolicy, 'distribute', ctx.actor, competition);
    const found = await this.db.one<Omit<ExpertToReplaceView, 'competition'>>(EXPERT, [competitionId, personId]);
    if (!found) throw new NotFound();
    return { competition, ...found };
  }
}

const EXPERT = `
  select r.person_id as "personId", r.full_name as "fullName",
         (select count(*)::int from evaluation.score_sheet s
           where s.competition_id = $1 and s.person_id = $2 and s.state = 'signed') as signed,
         (select count(*)::int from evaluation.assignment a
           where a.competition_id = $1 and a.person_id = $2 and a.ended_at is null
             and not exists (select from evaluation.score_sheet s where s.assignment_id = a.id and s.state = 'signed')) as open,
         (select count(*)::int from evaluation.expert_seat s
           where s.competition_id = $1 and s.state = 'accepted' and s.is_reserve) as reserve
    from identity.v_role r where r.scope_id = $1 and r.person_id = $2 and r.role = 'expert'`;
