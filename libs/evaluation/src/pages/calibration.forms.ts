import { invalidField } from '#libs/platform/errors';
import { DayField, TextField } from '#libs/platform/http';
import { CALIBRATION_LIMITS as LIMITS } from '../model/calibration.js';
import type { NewCalibration } from '../use-cases/lead-calibration.js';

/** One sample, or two. */
export class CalibrationForm {
  @DayField() untilOn: string;
  @TextField({ max: LIMITS.title }) title1: string;
  @TextField({ max: LIMITS.body }) body1: string;
  @TextField({ max: LIMITS.title, required: false }) title2: string | null;
  @TextField({ max: LIMITS.body, required: false }) body2: string | null;
}

/** @throws InvalidInput when the second sample has a title alone, or a text alone */
export function readSamples({ title1, body1, title2, body2 }: CalibrationForm): NewCalibration['samples'] {
  if (title2 && !body2) throw invalidField('body2', 'evaluation.calibration-half');
  if (body2 && !title2) throw invalidField('title2', 'evaluation.calibration-half');
  const first = { title: title1, body: body1 };
  return title2 && body2 ? [first, { title: title2, body: body2 }] : [first];
}

export class LastDayForm {
  @DayField() untilOn: string;
}

export class ClarificationForm {
  @TextField({ max: 40, code: 'platform.choose' }) key: string;
  @TextField({ max: LIMITS.note }) body: string;
}
