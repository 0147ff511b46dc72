import { DomainError } from '#libs/platform/errors';

export type FileRefusal = 'too-large' | 'empty' | 'name-too-long' | 'kind-not-allowed' | 'kind-mismatch';

/** A file that we do not take, said at the form field it came from. */
export class FileRefused extends DomainError {
  constructor(
    private readonly refusal: FileRefusal,
    data: Record<string, unknown> = {},
    field = 'file',
  ) {
    super('invalid', `documents.${refusal}`, data, [{ field, code: `documents.${refusal}`, data }]);
  }

  /** The same refusal, shown at another field. */
  at(field: string): FileRefused {
    return new FileRefused(this.refusal, this.data, field);
  }
}
