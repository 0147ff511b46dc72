import type { Scope } from './model/editable-text.js';

const scopeName = (scope: Scope): string => scope ?? 'site';

/** Addresses of the lib's pages, without the language prefix. */
export const wordsPaths = {
  list: (scope?: Scope) => (scope === undefined ? '/words' : `/words?scope=${scopeName(scope)}`),
  text: (scope: Scope, key: string) => `/words/${scopeName(scope)}/${key.replace(':', '/')}`,
  shipped: (scope: Scope, key: string) => `/words/${scopeName(scope)}/${key.replace(':', '/')}/shipped`,
};
