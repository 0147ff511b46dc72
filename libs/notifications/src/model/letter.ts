import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';

/** What stands under a letter besides who it is from; null = this letter has no such line. */
export interface LetterFooter {
  /** Address of the notice in the cabinet. */
  cabinet: string | null;
  /** Address that ends letters of this kind. */
  unsubscribe: string | null;
}

/** The plain text of a letter: its words, and below them where else they lie and how to have no more of them. */
export function letterText(words: string, language: Lang, footer: LetterFooter): string {
  const line = (key: string, link: string | null) => link && phrase(language, `notifications:footer.${key}`, { link });
  const lines = [
    phrase(language, 'notifications:signature'),
    line('cabinet', footer.cabinet),
    line('unsubscribe', footer.unsubscribe),
  ];
  return `${words}\n\n${lines.filter(Boolean).join('\n')}`;
}
