import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { competitionPolicy } from '../access/competition.policy.js';
import { modelSections, writtenSections, type ModelSection } from '../model/model-proposal.js';
import type { CompetitionSettings } from '../model/settings.js';
import { competitionByCode, competitionSettings } from './read-competition.js';

export interface ModelProposal {
  competition: CompetitionSettings;
  sections: ModelSection[];
}

/** The examples of good answers: for applicants, and for the officer who writes them. */
@Injectable()
export class ReadModelProposal {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for a draft or an unknown code */
  async byCode(code: string): Promise<ModelProposal> {
    const { competition, sections } = await this.of((await competitionByCode(this.db, code)).id);
    return { competition, sections: writtenSections(sections) };
  }

  /** Every question, written or not. @throws Forbidden for anybody but the officer */
  async forWriting(ctx: Context, id: string): Promise<ModelProposal> {
    const found = await this.of(id);
    demand(competitionPolicy, 'build-form', ctx.actor, found.competition);
    return found;
  }

  private async of(id: string): Promise<ModelProposal> {
    const competition = await competitionSettings(this.db, id);
    return { competition, sections: modelSections(competition.form, await modelAnswers(this.db, id)) };
  }
}

/** By the key of the question. */
export async function modelAnswers(reader: Reader, competitionId: string): Promise<Map<string, string>> {
  const rows = await reader.rows<{ key: string; answer: string }>(
    'select question_key as key, answer from competitions.model_answer where competition_id = $1',
    [competitionId],
  );
  return new Map(rows.map(({ key, answer }) => [key, answer]));
}
