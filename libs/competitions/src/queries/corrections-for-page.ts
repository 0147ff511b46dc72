import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { competitionPolicy } from '../access/competition.policy.js';
import { stageOf, type CompetitionRow } from '../model/competition.js';
import { subjectsAt, type CorrectedSubject, type CorrectionRow } from '../model/correction.js';
import { correctionsOf } from './read-corrections.js';
import { competitionByCode, competitionById } from './read-competition.js';

/** The corrections of a competition: for everybody, and for the officer who makes one. */
@Injectable()
export class CorrectionsForPage {
  constructor(private readonly db: Database) {}

  async byCode(code: string): Promise<{ competition: CompetitionRow; corrections: CorrectionRow[] }> {
    const competition = await competitionByCode(this.db, code);
    return { competition, corrections: await correctionsOf(this.db, competition.id) };
  }

  async forOfficer(ctx: Context, id: string): Promise<{ competition: CompetitionRow; subjects: CorrectedSubject[] }> {
    const competition = await competitionById(this.db, id);
    demand(competitionPolicy, 'see', ctx.actor, competition);
    demand(competitionPolicy, 'manage', ctx.actor, competition);
    if (competition.state === 'draft') throw new Conflict('competitions.act-on-draft');
    return { competition, subjects: subjectsAt(stageOf(competition)) };
  }
}
