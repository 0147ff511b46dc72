import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';

export interface EntryUse {
  entryId: string;
  /** Where it is used, in the language of the reader: «підстава відмови 3.2-2021/004». */
  where: string;
}

/** Port: what upper libs have built upon entries of a register; such an entry cannot be taken back. */
@Port('many')
export abstract class EntryUses {
  abstract usesOf(reader: Reader, entryIds: readonly string[], lang: Lang): Promise<EntryUse[]>;
}
