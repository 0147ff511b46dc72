const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/g;

/** The names in `{{…}}`, each as often as it stands there. */
export const placeholdersIn = (text: string): string[] => [...text.matchAll(PLACEHOLDER)].map((match) => match[1]!);

/** Braces that are no whole placeholder: `{{link`, `{link}}`, `{{ a b }}`. */
export const hasBrokenBraces = (text: string): boolean => /\{\{|\}\}/.test(text.replace(PLACEHOLDER, ''));
