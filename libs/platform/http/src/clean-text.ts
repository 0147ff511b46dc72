import { NotFound } from '#libs/platform/errors';
import type { FormBody } from './failed-form.js';
import type { PortalRequest } from './request-context.js';

/** Control characters except tab, line feed and carriage return: PostgreSQL takes no NUL, no reader needs the others. */
const CONTROL = /[^\P{Cc}\t\n\r]/gu;
/** More levels than any of our forms has. */
const DEPTH_MAX = 10;

/** What could not be read as a form; becomes 400 in words. */
export const unreadable = (why: string, cause?: unknown): Error =>
  Object.assign(new Error(why, { cause }), { statusCode: 400 });

export const cleanText = (text: string): string => text.replace(CONTROL, '');

/**
 * Takes control characters out of all that a request says, once for every page.
 * @throws NotFound for such a character in the path; an unreadable request when the body is no record of fields.
 */
export function cleanRequest(request: PortalRequest): void {
  const parameters = Object.values((request.params ?? {}) as Record<string, string>);
  if (parameters.some((value) => cleanText(value) !== value)) throw new NotFound();
  request.query = cleanRecord(request.query as FormBody, 0);
  const body = request.body ?? {};
  if (typeof body !== 'object' || Array.isArray(body)) throw unreadable('the body is no record of fields');
  request.body = cleanRecord(body as FormBody, 0);
}

/** A field whose very name has such a character is none of ours: it is left out. */
function cleanRecord(record: FormBody, depth: number): FormBody {
  const fields = Object.entries(record).filter(([name]) => cleanText(name) === name);
  return Object.fromEntries(fields.map(([name, value]) => [name, cleanValue(value, depth + 1)]));
}

function cleanValue(value: unknown, depth: number): unknown {
  if (depth > DEPTH_MAX) throw unreadable('the fields are nested too deeply');
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((one) => cleanValue(one, depth + 1));
  return typeof value === 'object' && value !== null ? cleanRecord(value as FormBody, depth) : value;
}
