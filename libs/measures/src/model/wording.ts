import type { Lang } from '#libs/platform/access';

/** A text of the plan as a page shows it: in which language it is, and whether it is only our translation. */
export interface Wording {
  text: string;
  lang: Lang;
  isTranslation: boolean;
}

interface Titled {
  title: string;
  titleEn: string | null;
}

/** The translation on English pages where there is one, else the official Ukrainian words. */
export function wordingOf({ title, titleEn }: Titled, lang: Lang): Wording {
  if (lang === 'en' && titleEn) return { text: titleEn, lang: 'en', isTranslation: true };
  return { text: title, lang: 'uk', isTranslation: false };
}
