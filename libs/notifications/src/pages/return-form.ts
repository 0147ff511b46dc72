import { DayField, TextField } from '#libs/platform/http';
import { RETURN_SAID_MAX, type ReturnedLetter } from '../use-cases/note-return.js';

/** When a letter came back, and what the bounce said. */
export class ReturnForm implements ReturnedLetter {
  @DayField() returnedOn: string;
  @TextField({ max: RETURN_SAID_MAX, code: 'notifications.bounce-missing' }) said: string;
}
