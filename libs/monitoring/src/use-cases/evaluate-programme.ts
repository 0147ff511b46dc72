import { Injectable } from '@nestjs/common';
import { shareCompetition, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { checksumOf } from '#libs/platform/canonical-json';
import { kyivDay } from '#libs/platform/clock';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField, NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/project.policy.js';
import { programmeEvaluated, programmePresented } from '../model/monitoring.facts.js';
import { programmeFigures } from '../queries/programme-figures.js';
import { evaluationOf, type EvaluationRow } from '../queries/read-evaluation.js';

export interface EvaluationText {
  summary: string;
  lessons: string;
}

/** Budget Code, arts. 20(6) and 28: the authority says what its programme came to, and shows it to everybody. */
@Injectable()
export class EvaluateProgramme {
  constructor(private readonly uow: UnitOfWork) {}

  /** `version`: of the text that was on the page, 0 where there was none. */
  save(ctx: Context, competitionId: string, version: number, { summary, lessons }: EvaluationText): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await locked(tx, competitionId);
      demand(evaluationPolicy, 'write', tx.actor, competition);
      if (competition.state !== 'decided') throw new NotFound();
      await demandDraft(tx, competitionId, version);
      await tx.change(
        `insert into monitoring.evaluation (competition_id, organiser_id, version, summary, lessons, drafted_by, drafted_at)
         values ($1, $2, 1, $3, $4, $5, $6)
         on conflict (competition_id) do update set version = monitoring.evaluation.version + 1, summary = $3, lessons = $4,
                drafted_by = $5, drafted_at = $6`,
        [competitionId, competition.organiserId, summary, lessons, tx.actor.personId, tx.now],
      );
    });
  }

  /** rule 64: not while a conclusion is missing. The figures are frozen, and everybody sees them from now on. */
  approve(ctx: Context, competitionId: string, version: number): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await locked(tx, competitionId);
      demand(evaluationPolicy, 'approve', tx.actor, competition);
      const before = await demandDraft(tx, competitionId, version);
      if (!before) throw new NotFound();
      if (before.draftedBy === tx.actor.personId) throw new Conflict('monitoring.evaluation-second-person');
      const figures = await programmeFigures(tx, competitionId);
      const missing = figures.projects - figures.concluded;
      if (missing > 0) throw new Conflict('monitoring.conclusions-missing', { count: missing });
      if (figures.projects === 0) throw new Conflict('monitoring.nothing-to-evaluate');
      const sha256 = checksumOf(figures);
      await tx.change(
        `update monitoring.evaluation set state = 'approved', version = version + 1, figures = $2, sha256 = $3,
                approved_by = $4, approved_at = $5 where competition_id = $1`,
        [competitionId, JSON.stringify(figures), sha256, tx.actor.personId, tx.now],
      );
      const particulars = { projects: figures.projects, paidKop: figures.money.paidKop, sha256 };
      tx.record(programmeEvaluated, { subjectId: competitionId, scopeId: competitionId, particulars });
    });
  }

  /** rule 68: when and where the results were presented to the public. */
  present(ctx: Context, competitionId: string, on: string, at: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await locked(tx, competitionId);
      demand(evaluationPolicy, 'write', tx.actor, competition);
      const before = await evaluationOf(tx, competitionId);
      if (before?.state !== 'approved') throw new Conflict('monitoring.evaluation-first');
      if (on < kyivDay(before.approvedAt!) || on > kyivDay(tx.now))
        throw invalidField('presentedOn', 'monitoring.presentation-day');
      await tx.change(
        'update monitoring.evaluation set presented_on = $2, presented_at = $3 where competition_id = $1',
        [competitionId, on, at],
      );
      tx.record(programmePresented, { subjectId: competitionId, scopeId: competitionId, particulars: { on } });
    });
  }
}

async function locked(tx: Tx, competitionId: string): Promise<CompetitionRow> {
  const competition = await shareCompetition(tx, competitionId);
  await tx.one('select from monitoring.evaluation where competition_id = $1 for no key update', [competitionId]);
  return competition;
}

async function demandDraft(tx: Tx, competitionId: string, version: number): Promise<EvaluationRow | undefined> {
  const before = await evaluationOf(tx, competitionId);
  if (before?.state === 'approved') throw new Conflict('monitoring.already-evaluated');
  if ((before?.version ?? 0) !== version) throw new Conflict('monitoring.evaluation-stale');
  return before;
}
