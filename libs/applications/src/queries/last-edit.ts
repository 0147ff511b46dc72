import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import type { ApplicationRow } from '../model/application.js';
import type { Part } from '../model/parts.js';

/** Who saved a page of the form last; `name` is null when it was the reader. */
export interface PartEdit {
  name: string | null;
  at: Date;
  /** So lately that they are probably still writing. */
  isNow: boolean;
}

/** A page that is open saves itself while somebody writes: a longer silence means that nobody does. */
const WRITING_MS = 3 * 60_000;

/** null for a page that nobody has saved yet. */
export async function lastEditOf(
  reader: Reader,
  { actor, now }: Context,
  { partEdits }: Pick<ApplicationRow, 'partEdits'>,
  part: Part,
): Promise<PartEdit | null> {
  const edit = partEdits[part];
  if (!edit) return null;
  const at = new Date(edit.at);
  if (edit.by === actor.personId) return { name: null, at, isNow: false };
  const person = await reader.one<{ name: string }>('select full_name as name from identity.v_person where id = $1', [
    edit.by,
  ]);
  return { name: person?.name ?? '', at, isNow: now.getTime() - at.getTime() < WRITING_MS };
}
