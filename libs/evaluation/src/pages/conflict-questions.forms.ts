import { OneOfField, TextField } from '#libs/platform/http';
import { QUESTION_REASON_MAX } from '../model/conflict-question.js';
import { ID_SHAPE } from './distribution.forms.js';

/** What the chair answers. */
export class AnswerQuestionForm {
  @OneOfField(['cleared', 'potential', 'real']) verdict: 'cleared' | 'potential' | 'real';
  @TextField({ max: QUESTION_REASON_MAX }) reason: string;
}

/** An applicant challenges a member. */
export class ChallengeForm {
  @TextField({ max: 36, pattern: ID_SHAPE, patternCode: 'evaluation.choose-member' }) personId: string;
  @TextField({ max: QUESTION_REASON_MAX }) reason: string;
}

/** A member states a conflict of another. */
export class StatementForm extends ChallengeForm {
  @TextField({ max: 36, pattern: ID_SHAPE, patternCode: 'evaluation.choose-proposal' }) applicationId: string;
}
