import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/**
 * Port: on which subjects of an agenda a person has declared a conflict of interest, with the reason.
 * Such a person has no vote there (rule 32), whatever the ballot says.
 */
@Port('many')
export abstract class DeclaredConflicts {
  /** What others stated about conflicts over these subjects, and what became of it: lines for the minutes (rule 33). */
  abstract stated(reader: Reader, subjectIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>;

  abstract of(reader: Reader, personId: string, subjectIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}
