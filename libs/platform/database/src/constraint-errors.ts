import { InvalidInput } from '#libs/platform/errors';

const meanings = new Map<string, { field: string; code: string }>();

/**
 * The database has the last word: a violated constraint becomes a message at a field.
 * Called once per constraint, beside the entity that declares it.
 */
export function constraintMeans(constraint: string, field: string, code: string): void {
  meanings.set(constraint, { field, code });
}

/** The field error behind a violated constraint, or null for anything else. */
export function fieldErrorOf(error: unknown): InvalidInput | null {
  const constraint = (error as { driverError?: { constraint?: string } }).driverError?.constraint;
  const meaning = constraint === undefined ? undefined : meanings.get(constraint);
  return meaning ? new InvalidInput([meaning]) : null;
}
