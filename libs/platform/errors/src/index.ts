/** What went wrong, in kinds that a person can act on. HTTP statuses are chosen elsewhere (platform/http). */
export type ErrorKind = 'not-found' | 'forbidden' | 'invalid' | 'conflict' | 'gone' | 'too-many' | 'busy';

/** A problem bound to one input: `field` is the name of the form field, `code` a phrase. */
export interface FieldError {
  field: string;
  code: string;
  data?: Record<string, unknown>;
}

/**
 * An expected failure. `code` is `<lib>.<name>` and names the phrase `<lib>:errors.<name>`;
 * `data` fills the phrase and must hold nothing personal or secret.
 */
export class DomainError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly data: Record<string, unknown> = {},
    readonly fields: FieldError[] = [],
  ) {
    super(code);
    this.name = new.target.name;
  }
}

export class NotFound extends DomainError {
  constructor(code = 'platform.not-found', data: Record<string, unknown> = {}) {
    super('not-found', code, data);
  }
}

export class Forbidden extends DomainError {
  constructor(code = 'platform.forbidden', data: Record<string, unknown> = {}) {
    super('forbidden', code, data);
  }
}

export class Conflict extends DomainError {
  constructor(code: string, data: Record<string, unknown> = {}) {
    super('conflict', code, data);
  }
}

/** Bad input: every problem at once, each at its field. */
export class InvalidInput extends DomainError {
  constructor(fields: FieldError[], code = 'platform.invalid') {
    super('invalid', code, {}, fields);
  }
}

/** Shorthand for one problem at one field. */
export function invalidField(field: string, code: string, data: Record<string, unknown> = {}): InvalidInput {
  return new InvalidInput([{ field, code, data }]);
}

export class TooMany extends DomainError {
  constructor(code = 'platform.too-many', data: Record<string, unknown> = {}) {
    super('too-many', code, data);
  }
}

export class Busy extends DomainError {
  constructor(code = 'platform.busy') {
    super('busy', code);
  }
}
