import type { MeasureListRow } from '#libs/measures';
import type { Lang } from '#libs/platform/access';

const TITLE_MAX = 120;

/** Measures as lines of a select: «2020 · 1.2. Навчання …». */
export const measureChoices = (lang: Lang, measures: readonly MeasureListRow[]): { value: string; text: string }[] =>
  measures.map(({ id, year, number, title, titleEn }) => ({
    value: id,
    text: `${year} · ${number}. ${shortened((lang === 'en' && titleEn) || title)}`,
  }));

const shortened = (text: string): string =>
  text.length > TITLE_MAX ? `${text.slice(0, TITLE_MAX - 1).trimEnd()}…` : text;
