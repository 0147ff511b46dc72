import { EMAIL_LENGTH_MAX, EMAIL_SHAPE } from '#libs/identity';
import { TextField } from '#libs/platform/http';
import { LIMITS } from '../model/limits.js';

/** An address where the answer may go. */
export const OptionalEmailField = (): PropertyDecorator =>
  TextField({
    max: EMAIL_LENGTH_MAX,
    required: false,
    pattern: EMAIL_SHAPE,
    patternCode: 'announcements.email-form',
  });

const QuestionField = (): PropertyDecorator => TextField({ max: LIMITS.words, code: 'announcements.words-missing' });

export class AskForm {
  @QuestionField() words: string;
  @OptionalEmailField() email: string | null = null;
}

export class NoteForm {
  @QuestionField() words: string;
}

export class AnswerForm {
  @TextField({ max: LIMITS.wording, code: 'announcements.wording-missing' }) wording: string;
  @TextField({ max: LIMITS.answer, code: 'announcements.answer-missing' }) answer: string;
}

export class RefusalForm {
  @TextField({ max: LIMITS.refusalReason, code: 'announcements.reason-missing' }) reason: string;
}
