import type { FormBody } from '#libs/platform/http';

type Row = Record<string, unknown>;

/**
 * A posted table without the rows that are blank and without the one whose «remove» was pressed, so that a row with a
 * mistake can be removed too. `ignored`: fields that have a value by themselves (radios).
 */
export function withRows(body: FormBody, name: string, ignored: readonly string[] = []): FormBody {
  const removed = /^remove-(\d{1,4})$/.exec(String(body?.action ?? ''))?.[1];
  const rows = Object.values((body?.[name] ?? []) as Row[]).filter(
    (row, index) => String(index) !== removed && isRow(row) && !isBlank(row, ignored),
  );
  return { ...body, [name]: rows };
}

const isRow = (row: unknown): row is Row => typeof row === 'object' && row !== null;

const isBlank = (row: Row, ignored: readonly string[]): boolean =>
  Object.entries(row).every(([key, value]) => ignored.includes(key) || String(value ?? '').trim() === '');

/** Which button of a page of rows was pressed. */
export function pressed(body: FormBody): 'next' | 'add' | 'stay' | 'save' {
  const action = String(body?.action ?? '');
  if (action === 'next' || action === 'add') return action;
  return action === 'recalculate' || action.startsWith('remove-') ? 'stay' : 'save';
}
