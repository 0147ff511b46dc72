import type { FormBody } from '#libs/platform/http';

/** What was posted, when it is a form at all: no body, a list or a bare value has no fields. */
export const postedFields = (body: unknown): FormBody =>
  typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as FormBody) : {};
