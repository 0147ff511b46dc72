import { Injectable } from '@nestjs/common';
import { competitionByCode, competitionById, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { presentationDue, type CalendarDay } from '#libs/terms';
import { evaluationPolicy } from '../access/project.policy.js';
import type { Figures } from '../model/figures.js';
import {
  evaluationOf,
  otherYears,
  publishedEvaluation,
  type EarlierYear,
  type EvaluationRow,
} from './read-evaluation.js';
import { programmeFigures } from './programme-figures.js';

export interface EvaluationView {
  competition: CompetitionRow;
  evaluation: EvaluationRow | undefined;
  figures: Figures;
  years: EarlierYear[];
  presentation: CalendarDay;
}

export interface Unconcluded {
  id: string;
  title: string;
  organisationName: string;
}

const MISSING_MAX = 100;

/** The evaluation of a programme for its authority, and for everybody once it is approved. */
@Injectable()
export class EvaluationForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string) {
    const competition = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'see', ctx.actor, competition);
    if (competition.state !== 'decided') throw new NotFound();
    const missing = await this.db.rows<Unconcluded>(
      `select p.id, c.subject as title, o.name as "organisationName"
         from monitoring.project p
         join contracts.v_contract c on c.id = p.id
         join identity.v_organisation o on o.id = p.organisation_id
        where p.competition_id = $1 and not exists (select from monitoring.v_conclusion v where v.project_id = p.id)
        order by o.name collate "uk-x-icu", p.id limit ${MISSING_MAX}`,
      [competitionId],
    );
    const may = {
      write: evaluationPolicy.write.allows(ctx.actor, competition),
      approve: evaluationPolicy.approve.allows(ctx.actor, competition),
    };
    return { ...(await this.view(competition)), missing, may };
  }

  /** @throws NotFound before the approval, and for a rehearsal */
  async published(code: string): Promise<EvaluationView & { evaluation: EvaluationRow }> {
    const competition = await competitionByCode(this.db, code);
    const view = await this.view(competition);
    if (competition.isRehearsal || view.evaluation?.state !== 'approved') throw new NotFound();
    return { ...view, evaluation: publishedEvaluation(view.evaluation) };
  }

  private async view(competition: CompetitionRow): Promise<EvaluationView> {
    const evaluation = await evaluationOf(this.db, competition.id);
    return {
      ...{ competition, evaluation, figures: evaluation?.figures ?? (await programmeFigures(this.db, competition.id)) },
      years: await otherYears(this.db, competition.id),
      presentation: presentationDue(competition.budgetYear!),
    };
  }
}
