import type { Lang } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { Port } from '#libs/platform/ports';
import type { Paper, PaperNote } from '../model/paper.js';

/** Port: what an upper lib says beside a binding paper: that it was corrected, say. */
@Port('many')
export abstract class PaperNotes {
  /** Owner id → notes; papers without any are left out. */
  abstract notes(reader: Reader, papers: readonly Paper[], lang: Lang): Promise<Map<string, PaperNote[]>>;
}
