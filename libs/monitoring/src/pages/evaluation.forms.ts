import { DayField, TextField, WholeNumberField } from '#libs/platform/http';
import { STORY_MAX, TEXT_MAX, VERSION_MAX } from '../model/limits.js';

/** The evaluation that was on the page, 0 where there was none. */
export class EvaluationVersionForm {
  @WholeNumberField({ min: 0, max: VERSION_MAX, code: 'monitoring.evaluation-stale' }) version: number;
}

export class EvaluationForm extends EvaluationVersionForm {
  @TextField({ max: STORY_MAX, code: 'monitoring.summary-missing' }) summary: string;
  @TextField({ max: STORY_MAX, required: false }) lessons: string | null;
}

export class PresentationForm {
  @DayField() presentedOn: string;
  @TextField({ max: TEXT_MAX, code: 'monitoring.presentation-missing' }) presentedAt: string;
}
