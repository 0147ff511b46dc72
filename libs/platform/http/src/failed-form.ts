import type { FieldError } from '#libs/platform/errors';

/** A posted form as parsed: strings, lists and records of them. */
export type FormBody = Record<string, unknown>;

/** What goes back to the page after a failed submit: every problem and everything that was typed. */
export interface FailedForm {
  errors: FieldError[];
  values: FormBody;
}
