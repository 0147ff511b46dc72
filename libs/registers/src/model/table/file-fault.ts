import { invalidField, type InvalidInput } from '#libs/platform/errors';

/** A file that cannot be taken, said at its field; the phrase is `registers:errors.<code>`. */
export const fileFault = (code: string, data: Record<string, unknown> = {}): InvalidInput =>
  invalidField('file', `registers.${code}`, data);
