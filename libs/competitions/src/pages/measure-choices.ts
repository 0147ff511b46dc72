import type { MeasureListRow } from '#libs/measures';
import type { Context } from '#libs/platform/access';

const TITLE_MAX = 120;

/** Measures as lines of a select: «2020 · 1.1. Проведення конкурсу …». */
export function measureChoices(ctx: Context, measures: readonly MeasureListRow[]): { value: string; text: string }[] {
  return measures.map(({ id, year, number, title, titleEn }) => ({
    value: id,
    text: `${year} · ${number}. ${shortened((ctx.lang === 'en' && titleEn) || title)}`,
  }));
}

const shortened = (text: string): string =>
  text.length > TITLE_MAX ? `${text.slice(0, TITLE_MAX - 1).trimEnd()}…` : text;
