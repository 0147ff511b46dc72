import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { competitionPolicy } from '../access/competition.policy.js';
import { missing } from '../model/missing.js';
import { problemText } from '../model/problem.js';
import type { Section } from '../model/sections.js';
import type { CompetitionSettings } from '../model/settings.js';
import { competitionSettings } from './read-competition.js';

export interface SettingsForEdit {
  competition: CompetitionSettings;
  /** What this section still needs. */
  problems: { text: string; field: string }[];
}

/** The settings as a form of one section shows them. */
@Injectable()
export class CompetitionForEdit {
  constructor(private readonly db: Database) {}

  /** @throws Forbidden `competitions.frozen` after the announcement */
  async execute(ctx: Context, id: string, section: Section): Promise<SettingsForEdit> {
    const competition = await competitionSettings(this.db, id);
    demand(competitionPolicy, 'edit', ctx.actor, competition);
    const problems = missing(competition, ctx.now).filter((one) => one.section === section);
    return { competition, problems: problems.map((one) => ({ text: problemText(one, ctx.lang), field: one.field })) };
  }

  /** For the preview: any staff of the organiser. */
  async preview(ctx: Context, id: string): Promise<CompetitionSettings> {
    const competition = await competitionSettings(this.db, id);
    demand(competitionPolicy, 'manage', ctx.actor, competition);
    return competition;
  }
}
