import { DomainError } from '#libs/platform/errors';

export type FileRefusal = 'too-large' | 'empty' | 'name-too-long' | 'kind-not-allowed' | 'kind-mismatch';

/** A document that was withdrawn from publication: the reason instead of the bytes. */
export class Withdrawn extends DomainError {
  constructor(reason: string, on: string) {
    super('gone', 'documents.withdrawn', { reason, on });
  }
}

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
