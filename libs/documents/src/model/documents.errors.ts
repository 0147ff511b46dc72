import { DomainError } from '#libs/platform/errors';

export type FileRefusal = 'too-large' | 'empty' | 'name-too-long' | 'kind-not-allowed' | 'kind-mismatch';

/** A document that was withdrawn from publication: the reason instead of the bytes. */
export class Withdrawn extends DomainError {
  constructor(reason: string, on: string) {
    super('gone', 'documents.withdrawn', { reason, on });
  }
}

/** The virus scanner has not answered yet: nobody opens the file. */
export class BeingScanned extends DomainError {
  constructor() {
    super('conflict', 'documents.being-scanned');
  }
}

/** The virus scanner found something: the bytes are gone. */
export class Infected extends DomainError {
  constructor(name: string, found: string) {
    super('gone', 'documents.infected', { name, found });
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
