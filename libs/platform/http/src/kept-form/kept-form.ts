import { createHmac, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { FormBody } from '../failed-form.js';

/** What was typed into a form; a chosen file is not kept, the person chooses it again. */
export interface Typed {
  fields: FormBody;
  hasFile: boolean;
}

/** What a person typed into a form whose session was over, on its way through the browser. */
export interface KeptForm extends Typed {
  /** null when the browser forgot its session: then only this very browser gets the form back. */
  personId: string | null;
  browser: string;
  /** The page of the form, without the language prefix. */
  page: string;
}

/** Where a kept form is asked back. */
export const KEPT_FORM_PATH = '/kept-form';

const KEPT_HOURS = 12;
const INFLATED_MAX_BYTES = 4 * 1024 * 1024;

/** Signed, not secret: the person wrote it in this browser a moment ago. */
export function sealForm(kept: KeptForm, secret: string, at = new Date()): string {
  const packed = deflateRawSync(JSON.stringify({ ...kept, at: at.getTime() })).toString('base64url');
  return `${packed}.${signature(packed, secret)}`;
}

/** null when it is not ours, or too old. */
export function openForm(sealed: unknown, secret: string, now = new Date()): KeptForm | null {
  const [packed = '', sign = ''] = typeof sealed === 'string' ? sealed.split('.') : [];
  if (!equal(sign, signature(packed, secret))) return null;
  const text = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: INFLATED_MAX_BYTES }).toString();
  const { at, ...kept } = JSON.parse(text) as KeptForm & { at: number };
  return now.getTime() - at > KEPT_HOURS * 3_600_000 ? null : kept;
}

/** What may be kept: no token, no password, no link of a letter. */
export function keepable(body: unknown): FormBody {
  const fields = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  return Object.fromEntries(fields.filter(([name]) => !/^_|password/i.test(name)));
}

/** A browser by its visitor cookie, which itself is not written into the form. */
export const browserMark = (visitor: string | undefined, secret: string): string =>
  createHmac('sha256', secret)
    .update(`kept-form-browser|${visitor ?? ''}`)
    .digest('base64url');

const signature = (text: string, secret: string): string =>
  createHmac('sha256', secret).update(`kept-form|${text}`).digest('base64url');

function equal(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)];
  return one.length === other.length && timingSafeEqual(one, other);
}
