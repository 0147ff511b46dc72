import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/**
 * Port: bodies that may not act now, because what they decide about was suspended or cancelled.
 * Returns scope id → the code of the reason; a body that is not named is free.
 */
@Port('many')
export abstract class StoppedBodies {
  abstract among(reader: Reader, scopeIds: readonly string[]): Promise<Map<string, string>>;
}
