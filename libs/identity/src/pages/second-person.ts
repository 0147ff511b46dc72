import { handleForm, seeOther, type FailedForm, type FormBody, type Result } from '#libs/platform/http';
import { NoFields } from './claim.forms.js';

export interface Answer {
  body: FormBody;
  act: () => Promise<void>;
  /** Address of the list, saying what was done. */
  next: string;
  again: (form: FailedForm) => Promise<Result>;
}

/** The second person confirms or refuses by one button in the list of what waits. */
export const answerRequest = ({ body, act, next, again }: Answer): Promise<Result> =>
  handleForm({ body, shape: NoFields, act, next: () => seeOther(next), again });
