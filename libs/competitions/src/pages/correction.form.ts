import { DayField, OneOfField, TextField, WholeNumberField } from '#libs/platform/http';
import { CORRECTABLE_FIELDS, CORRECTED_SUBJECTS, FROZEN_FIELDS } from '../model/correction.js';
import { LIMITS } from '../model/limits.js';
import type { Slip } from '../use-cases/correct-slip.js';

export const WHAT = [
  ...Object.keys(CORRECTABLE_FIELDS),
  ...CORRECTED_SUBJECTS.filter((subject) => subject !== 'announcement'),
  ...Object.keys(FROZEN_FIELDS),
];
const MINUTES_MAX = 10_000;

export class CorrectionForm {
  @OneOfField(WHAT)
  what: Slip['what'];

  @TextField({ max: LIMITS.place, required: false })
  place: string | null;

  @WholeNumberField({ min: 1, max: MINUTES_MAX, required: false })
  minutesNumber: number | null;

  @TextField({ max: LIMITS.orderNumber, required: false })
  registerCode: string | null;

  @TextField({ max: LIMITS.corrected, required: false })
  was: string | null;

  @TextField({ max: LIMITS.corrected, code: 'competitions.correct-becomes' })
  becomes: string;

  @TextField({ max: LIMITS.reason, code: 'competitions.correct-reason' })
  reason: string;

  @TextField({ max: LIMITS.orderNumber, code: 'competitions.act-number-missing' })
  actNumber: string;

  @DayField()
  actOn: string;
}
