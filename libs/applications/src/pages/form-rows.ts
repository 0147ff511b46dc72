import type { FormBody } from '#libs/platform/http';

type Row = Record<string, unknown>;

/**
 * A posted table without the rows that are blank and without the one whose «remove» was pressed, so that a row with a
 * mistake can be removed too. `ignored`: fields that have a value by themselves (radios). A cell that is no plain value
 * (a list or an object in a JSON body) is an empty one.
 */
export function withRows(body: FormBody, name: string, ignored: readonly string[] = []): FormBody {
  const removed = /^remove-(\d{1,4})$/.exec(actionOf(body))?.[1];
  const rows = Object.values((body?.[name] ?? []) as Row[])
    .filter((row, index) => String(index) !== removed && isRow(row))
    .map(withPlainCells)
    .filter((row) => !isBlank(row, ignored));
  return { ...body, [name]: rows };
}

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null;

const plain = (cell: unknown): unknown => (typeof cell === 'object' ? '' : cell);

const withPlainCells = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, plain(cell)]));

const actionOf = (body: FormBody): string => String(plain(body?.action) ?? '');

const isBlank = (row: Row, ignored: readonly string[]): boolean =>
  Object.entries(row).every(([key, value]) => ignored.includes(key) || String(value ?? '').trim() === '');

/** Which button of a page of rows was pressed. */
export function pressed(body: FormBody): 'next' | 'add' | 'stay' | 'save' {
  const action = actionOf(body);
  if (action === 'next' || action === 'add') return action;
  return action === 'recalculate' || action.startsWith('remove-') ? 'stay' : 'save';
}
