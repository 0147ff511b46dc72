import type { Readable } from 'node:stream';
import type { FailedForm } from './failed-form.js';

export const SESSION_COOKIE = 'sp_session';
/** Every browser has one; tokens of forms are bound to it. */
export const VISITOR_COOKIE = 'sp_visitor';

export interface PageModel {
  form?: FailedForm;
  [name: string]: unknown;
}

/** What a page method returns. */
export type Result =
  | { kind: 'page'; template: string; model: PageModel; status: number }
  | { kind: 'redirect'; path: string; session?: string | null }
  | {
      kind: 'download';
      content: Buffer | Readable;
      name: string;
      mediaType: string;
      inline: boolean;
      changedAt?: Date;
    };

/** A rendered template. A failed form (model.form) makes it 422. */
export function page(template: string, model: PageModel = {}, status?: number): Result {
  return { kind: 'page', template, model, status: status ?? (model.form ? 422 : 200) };
}

/**
 * POST -> 303 -> GET. The path is without the language prefix.
 * `session`: a token to start a session with, null to end it.
 */
export function seeOther(path: string, options: { session?: string | null } = {}): Result {
  return { kind: 'redirect', path, ...options };
}

/**
 * A file as an attachment; `inline` only for documents that we made ourselves. With `changedAt` whoever has these very
 * bytes gets 304.
 */
export function download(
  content: Buffer | Readable,
  options: { name: string; mediaType: string; inline?: boolean; changedAt?: Date },
): Result {
  const { name, mediaType, inline = false, changedAt } = options;
  return { kind: 'download', content, name, mediaType, inline, changedAt };
}
