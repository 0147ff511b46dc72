import type { Lang } from '#libs/platform/access';
import { shippedPhrases } from '#libs/platform/phrases';
import type { EditableText } from './editable-text.js';

const NAME_LENGTH_MAX = 90;

/** What people call a text: the subject of a letter, the title of a page, the label of the field that a hint explains. */
export function nameOf(text: EditableText, lang: Lang): string {
  const first = text.parts[0]!.shipped[lang];
  const name = text.kind === 'hint' ? (labelOf(text.key, lang) ?? first) : first;
  return name.length > NAME_LENGTH_MAX ? `${name.slice(0, NAME_LENGTH_MAX).trimEnd()}…` : name;
}

/** `identity:field.phoneHint` explains `identity:field.phone`; `competitions:hint.capKop` explains `…:field.capKop`. */
function labelOf(key: string, lang: Lang): string | undefined {
  const shipped = shippedPhrases(lang);
  const places = [
    key.replace(/Hint(\..*)?$/, '$1'),
    key.replace(/:hint\./, ':field.'),
    key.replace(/\.hint$/, '.title'),
  ];
  return places.filter((place) => place !== key).flatMap((place) => shipped.get(place) ?? [])[0];
}
