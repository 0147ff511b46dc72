import type { Reader } from '#libs/platform/database';
import { CALIBRATION_LIMITS, type CalibrationRound } from '../model/calibration.js';

export interface CalibrationSample {
  id: string;
  title: string;
  body: string;
}

/** Points and words without a person. */
export interface GivenPoints {
  criterionId: string;
  points: number;
  why: string;
}

/** A clarification beside the announced text of a criterion. */
export interface CriterionNote {
  number: number;
  criterionId: string;
  body: string;
  notedAt: Date;
}

export async function calibrationOf(reader: Reader, competitionId: string): Promise<CalibrationRound | null> {
  const row = await reader.one<CalibrationRound>(
    `select until_at as "untilAt", opened_at as "openedAt", closed_at as "closedAt"
       from evaluation.calibration where competition_id = $1`,
    [competitionId],
  );
  return row ?? null;
}

export const samplesOf = (reader: Reader, competitionId: string): Promise<CalibrationSample[]> =>
  reader.rows<CalibrationSample>(
    'select id, title, body from evaluation.calibration_sample where competition_id = $1 order by position',
    [competitionId],
  );

/** What one person gave to a sample; nothing while they did not. */
export const ownPoints = (reader: Reader, sampleId: string, personId: string | null): Promise<GivenPoints[]> =>
  reader.rows<GivenPoints>(
    `select criterion_id as "criterionId", points, why from evaluation.calibration_score
      where sample_id = $1 and person_id = $2`,
    [sampleId, personId],
  );

/** What everybody gave to a sample: by the points, so that the order names nobody. */
export const allPoints = (reader: Reader, sampleId: string): Promise<GivenPoints[]> =>
  reader.rows<GivenPoints>(
    `select criterion_id as "criterionId", points, why from evaluation.calibration_score
      where sample_id = $1 order by points desc, why`,
    [sampleId],
  );

export const notesOf = (reader: Reader, competitionId: string): Promise<CriterionNote[]> =>
  reader.rows<CriterionNote>(
    `select number, criterion_id as "criterionId", body, noted_at as "notedAt"
       from evaluation.criterion_note where competition_id = $1 order by number limit ${CALIBRATION_LIMITS.notes}`,
    [competitionId],
  );
