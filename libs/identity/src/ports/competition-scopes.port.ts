import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

/** A competition in which somebody holds a power of the commission. */
export interface CompetitionScope {
  id: string;
  title: string;
  organiserId: string;
}

/** What an upper lib knows of the competitions in which people hold powers. */
@Port('one')
export abstract class CompetitionScopes {
  abstract of(reader: Reader, competitionIds: readonly string[]): Promise<CompetitionScope[]>;
}
