import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { Paper } from '../model/paper.js';

/** Port: the lib whose paper it is says what it is, to whom it belongs and who may read it. */
@Port('many')
export abstract class PaperOwners {
  /** The `ownerKind` of its files. */
  abstract readonly ownerKind: string;

  /** Papers with these ids that exist as binding ones; the others are left out. */
  abstract papers(reader: Reader, ownerIds: readonly string[], lang: Lang): Promise<Paper[]>;
}
