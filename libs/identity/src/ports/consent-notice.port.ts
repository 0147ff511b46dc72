import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** The personal-data notice that people agree to (Law 2297-VI, art. 11). */
@Port('one')
export abstract class ConsentNotice {
  /** The number of the version in force; 0 = the shipped text. */
  abstract version(reader: Reader): Promise<number>;
}
