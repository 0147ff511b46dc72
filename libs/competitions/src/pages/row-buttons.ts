import type { FormBody } from '#libs/platform/http';

type Row = Record<string, unknown>;

/** The rows of a list as the body of a form holds them (`priorities[0][title]`). */
export function rowsIn(body: FormBody, name: string): Row[] {
  const rows = body[name];
  const list = Array.isArray(rows) ? rows : Object.values((rows ?? {}) as object);
  return list.filter((row): row is Row => typeof row === 'object' && row !== null);
}

/**
 * What a row button asks for: `add`, `remove:2`, `up:2`. Returns the body with its rows changed and everything else as
 * it was typed; null when no row button was pressed. Works without scripts: the button submits the form.
 */
export function changeRows(
  body: FormBody,
  { name, max, blank }: { name: string; max: number; blank: (rows: Row[]) => Row },
): FormBody | null {
  const [verb, place] = typeof body.row === 'string' ? body.row.split(':') : [];
  const rows = rowsIn(body, name);
  const index = Number(place);
  if (verb === 'add') return { ...body, [name]: rows.length < max ? [...rows, blank(rows)] : rows };
  if (verb === 'remove') return { ...body, [name]: rows.filter((_, at) => at !== index) };
  if (verb === 'up') return { ...body, [name]: movedUp(rows, index) };
  return null;
}

function movedUp(rows: Row[], index: number): Row[] {
  if (!(index > 0 && index < rows.length)) return rows;
  const copy = [...rows];
  copy.splice(index - 1, 0, ...copy.splice(index, 1));
  return copy;
}

/** A key that no row has yet: `criterion-3`. A row keeps its key when it is moved or renamed. */
export function newRowKey(prefix: string, rows: readonly Row[]): string {
  const keys = rows.map(({ key }) => String(key));
  let number = rows.length + 1;
  while (keys.includes(`${prefix}-${number}`)) number += 1;
  return `${prefix}-${number}`;
}
