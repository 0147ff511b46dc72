import { Injectable } from '@nestjs/common';
import { competitionSettings, stageOf, type CompetitionSettings } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Forbidden } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';

/** A competition whose rating the staff and the commission may see; nobody does before the last signature (rule 42). */
@Injectable()
export class RatedCompetition {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<CompetitionSettings> {
    const competition = await competitionSettings(this.db, competitionId);
    demand(evaluationPolicy, 'see-rating', ctx.actor, competition);
    if (!['rated', 'decided'].includes(stageOf(competition))) throw new Forbidden('evaluation.not-rated-yet');
    return competition;
  }
}
