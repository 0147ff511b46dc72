import type { FormBody } from '#libs/platform/http';

const isFilled = (row: unknown): boolean =>
  typeof row === 'object' && row !== null && Object.values(row).some((cell) => String(cell ?? '').trim() !== '');

/** A posted table without its spare rows, so that a message stands at the row that it is about. */
export const filledRows = (body: FormBody, name: string): FormBody => ({
  ...body,
  [name]: Object.values((body?.[name] ?? []) as unknown[]).filter(isFilled),
});
