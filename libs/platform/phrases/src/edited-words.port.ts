import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** Keeps the words that people edit in this process as new as the database has them. */
@Port('one')
export abstract class EditedWords {
  /** Reads the words anew when `version` is not the one that was read last; without a reader, outside a transaction. */
  abstract keepUp(version: string, reader?: Reader): Promise<void>;
}
