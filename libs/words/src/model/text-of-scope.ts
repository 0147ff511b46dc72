import { NotFound } from '#libs/platform/errors';
import { catalogue } from './catalogue.js';
import type { EditableText, Scope } from './editable-text.js';

/** @throws NotFound when there is no such text, or when it is not of an authority. */
export function textOfScope(scope: Scope, key: string): EditableText {
  const text = catalogue().get(key);
  if (!text || (scope !== null && !text.isOfAuthority)) throw new NotFound();
  return text;
}
