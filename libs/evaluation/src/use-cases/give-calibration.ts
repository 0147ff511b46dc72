import { Injectable } from '@nestjs/common';
import { criteriaOf, shareCompetition } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden, InvalidInput, NotFound, type FieldError } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { CALIBRATION_LIMITS, whyCalibrationIsClosed } from '../model/calibration.js';
import { calibrationGiven } from '../model/evaluation.facts.js';
import { sheetProblems, type EnteredScore, type SheetCriterion } from '../model/sheet.js';
import { calibrates } from '../queries/commission-rules.js';
import { calibrationOf, ownPoints, samplesOf } from '../queries/read-calibration.js';

/** Who will score gives a sample its points, each with a word why: once, because afterwards they see the others. */
@Injectable()
export class GiveCalibration {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, competitionId: string, sampleId: string, scores: readonly EnteredScore[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const competition = await shareCompetition(tx, competitionId);
      demand(evaluationPolicy, 'score', tx.actor, competition);
      if (!calibrates(tx.actor, competition)) throw new Forbidden('evaluation.scorers-only');
      if (!(await samplesOf(tx, competitionId)).some(({ id }) => id === sampleId)) throw new NotFound();
      const round = await calibrationOf(tx, competitionId);
      const why = whyCalibrationIsClosed(round, { now: tx.now, competitionState: competition.state });
      if (why) throw new Conflict(why);
      if ((await ownPoints(tx, sampleId, tx.actor.personId)).length > 0)
        throw new Conflict('evaluation.calibration-given-already');
      const criteria = await criteriaOf(tx, competitionId);
      refuseWrong(criteria, scores);
      await insert(tx, sampleId, criteria, scores);
      tx.record(calibrationGiven, { subjectId: sampleId, scopeId: competitionId });
    });
  }
}

function refuseWrong(criteria: readonly SheetCriterion[], scores: readonly EnteredScore[]): void {
  const problems = criteria.flatMap(({ key, title }): FieldError[] => {
    const { length } = scores.find((one) => one.key === key)?.comment ?? '';
    const field = `comments[${key}]`;
    if (length === 0) return [{ field, code: 'evaluation.calibration-why', data: { title } }];
    const isTooLong = length > CALIBRATION_LIMITS.why;
    return isTooLong ? [{ field, code: 'platform.too-long', data: { max: CALIBRATION_LIMITS.why } }] : [];
  });
  const all = [...sheetProblems(criteria, scores, true), ...problems];
  if (all.length > 0) throw new InvalidInput(all);
}

async function insert(
  tx: Tx,
  sampleId: string,
  criteria: readonly SheetCriterion[],
  scores: readonly EnteredScore[],
): Promise<void> {
  const given = criteria.map(({ id, key }) => ({ id, ...scores.find((one) => one.key === key)! }));
  const inserted = await tx.change(
    `insert into evaluation.calibration_score (sample_id, person_id, criterion_id, points, why, given_at)
     select $1, $2, criterion_id, points, why, $3
       from unnest($4::uuid[], $5::int[], $6::text[]) as one (criterion_id, points, why)
     on conflict do nothing`,
    [
      sampleId,
      tx.actor.personId,
      tx.now,
      given.map(({ id }) => id),
      given.map(({ points }) => points),
      given.map(({ comment }) => comment),
    ],
  );
  // The other window was first; its points stay.
  if (inserted !== criteria.length) throw new Conflict('evaluation.calibration-given-already');
}
