import type { Lang } from '#libs/platform/access';

/** A phrase that people worded themselves. `authorityId`: whose it is; null = of the whole site. */
export interface EditedPhrase {
  authorityId: string | null;
  lang: Lang;
  /** `applications:mail.receipt.body` */
  key: string;
  text: string;
}

let edited: ReadonlyMap<string, string> = new Map();

const nameOf = (authorityId: string | null, lang: Lang, key: string): string => `${authorityId ?? ''}|${lang}|${key}`;

/** From now on these, and no others, stand in the place of shipped phrases. */
export function replaceEdited(phrases: readonly EditedPhrase[]): void {
  edited = new Map(phrases.map(({ authorityId, lang, key, text }) => [nameOf(authorityId, lang, key), text]));
}

/** The authority's own words, else those of the site; undefined = as shipped. */
export function editedText(lang: Lang, key: string, authorityId: string | null): string | undefined {
  if (edited.size === 0) return undefined;
  return (authorityId && edited.get(nameOf(authorityId, lang, key))) || edited.get(nameOf(null, lang, key));
}
