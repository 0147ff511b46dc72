import type { Lang } from '#libs/platform/access';
import { fill, phrase, prose, type Block } from '#libs/platform/phrases';
import type { EditableText, PartName, Wording } from './editable-text.js';

export interface Preview {
  lang: Lang;
  /** Nothing was written in this language: these are the shipped words. */
  isShipped: boolean;
  parts: { name: PartName; text: string; blocks: Block[] | null }[];
}

/** Both languages as a reader will see them, with «[назва конкурсу]» in the place of each value. */
export function previewOf(text: EditableText, wording: Wording): Preview[] {
  return (['uk', 'en'] satisfies Lang[]).map((lang) => {
    const samples = Object.fromEntries(text.placeholders.map((name) => [name, `[${meaningOf(name, lang)}]`]));
    const parts = text.parts.map(({ name, shipped }) => {
      const words = fill(wording[lang]?.[name] ?? shipped[lang], samples);
      return { name, text: words, blocks: text.kind === 'page' && name === 'text' ? prose(words) : null };
    });
    return { lang, isShipped: !wording[lang], parts };
  });
}

export const meaningOf = (placeholder: string, lang: Lang): string => phrase(lang, `words:placeholder.${placeholder}`);
