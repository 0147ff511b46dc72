import { Injectable } from '@nestjs/common';
import { lockCompetition, type CompetitionRow } from '#libs/competitions';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { isInTime, kyivInstant, longDate } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { isBeforeScoring } from '../model/calibration.js';
import { calibrationClosed, calibrationDayMoved, calibrationOpened } from '../model/evaluation.facts.js';
import { evaluationPaths } from '../paths.js';
import { scoringRoles } from '../queries/commission-rules.js';
import { calibrationOf } from '../queries/read-calibration.js';

export interface NewCalibration {
  untilOn: string;
  samples: { title: string; body: string }[];
}

/**
 * A calibration round: before the scoring everybody who will score judges one or two samples, and sees how far the
 * others are. A sample is no proposal; its points are kept apart and never reach a rating.
 */
@Injectable()
export class LeadCalibration {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  open(ctx: Context, competitionId: string, { untilOn, samples }: NewCalibration): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await this.take(tx, competitionId);
      if (await calibrationOf(tx, competitionId)) throw new Conflict('evaluation.calibration-opened-already');
      const untilAt = lastSecond(tx, competition, untilOn);
      await tx.change('insert into evaluation.calibration (competition_id, until_at, opened_at) values ($1, $2, $3)', [
        competitionId,
        untilAt,
        tx.now,
      ]);
      await insertSamples(tx, competitionId, samples);
      await this.invite(tx, competition, untilOn);
      const particulars = { untilOn, titles: samples.map(({ title }) => title) };
      tx.record(calibrationOpened, { subjectId: competitionId, scopeId: competitionId, particulars });
    });
  }

  /** Also opens again what has run out, as long as nobody closed it. */
  moveLastDay(ctx: Context, competitionId: string, untilOn: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await this.take(tx, competitionId);
      const untilAt = lastSecond(tx, competition, untilOn);
      await this.change(tx, competitionId, 'until_at = $2', untilAt);
      tx.record(calibrationDayMoved, { subjectId: competitionId, scopeId: competitionId, particulars: { untilOn } });
    });
  }

  close(ctx: Context, competitionId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      await this.take(tx, competitionId);
      await this.change(tx, competitionId, 'closed_at = $2', tx.now);
      tx.record(calibrationClosed, { subjectId: competitionId, scopeId: competitionId });
    });
  }

  private async take(tx: Tx, competitionId: string): Promise<CompetitionRow> {
    const competition = await lockCompetition(tx, competitionId);
    demand(evaluationPolicy, 'calibrate', tx.actor, competition);
    if (!isBeforeScoring(competition.state)) throw new Conflict('evaluation.calibration-too-late');
    return competition;
  }

  private async change(tx: Tx, competitionId: string, what: string, value: Date): Promise<void> {
    const changed = await tx.change(
      `update evaluation.calibration set ${what} where competition_id = $1 and closed_at is null`,
      [competitionId, value],
    );
    if (changed === 0) throw new Conflict('evaluation.calibration-over');
  }

  private async invite(tx: Tx, competition: CompetitionRow, untilOn: string): Promise<void> {
    const { id, organiserId, title, scoringMode } = competition;
    for (const to of await peopleWithRole(tx, id, scoringRoles(scoringMode)))
      await this.notices.queue(tx, {
        ...{ to, template: 'evaluation.calibration-opened', kind: 'work', organiserId },
        data: { title, until: longDate(untilOn, to.language) },
        path: evaluationPaths.calibrationRoom(id),
        onceKey: `evaluation.calibration-opened:${id}:${to.personId}`,
      });
  }
}

/** Of a day that is not over, and is over before the scoring begins. */
function lastSecond(tx: Tx, { scoringFrom }: CompetitionRow, untilOn: string): Date {
  const untilAt = kyivInstant(untilOn, '23:59:59');
  if (!isInTime(tx.now, untilAt)) throw invalidField('untilOn', 'evaluation.calibration-day-past');
  if (scoringFrom && untilAt >= scoringFrom) throw invalidField('untilOn', 'evaluation.calibration-day-late');
  return untilAt;
}

async function insertSamples(tx: Tx, competitionId: string, samples: NewCalibration['samples']): Promise<void> {
  await tx.change(
    `insert into evaluation.calibration_sample (id, competition_id, position, title, body)
     select id, $1, position, title, body
       from unnest($2::uuid[], $3::int[], $4::text[], $5::text[]) as one (id, position, title, body)`,
    [
      competitionId,
      samples.map(() => newId()),
      samples.map((_, index) => index + 1),
      samples.map(({ title }) => title),
      samples.map(({ body }) => body),
    ],
  );
}
