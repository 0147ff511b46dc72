import type { Lang } from '#libs/platform/access';
import { fieldOf } from './check-wording.js';
import type { EditableText, PartName, Wording } from './editable-text.js';

/** What the form of a text holds; the fields that the text does not have stay empty. */
export type TypedWording = Partial<Record<`${PartName}${'Uk' | 'En'}`, string | null>>;

/** A language in which nothing was written is left out: it speaks the shipped text. */
export function typedWording(text: EditableText, typed: TypedWording): Wording {
  const wording: Wording = {};
  for (const lang of ['uk', 'en'] satisfies Lang[]) {
    const parts = text.parts.flatMap((part) => {
      const words = typed[fieldOf(lang, part)];
      return typeof words === 'string' && words.trim() ? [[part.name, words.trim().replace(/\r\n/g, '\n')]] : [];
    });
    if (parts.length > 0) wording[lang] = Object.fromEntries(parts) as Wording[Lang];
  }
  return wording;
}
