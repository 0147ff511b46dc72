import type { DeadlinePart } from './plan-rows.js';

type Quarter = 1 | 2 | 3 | 4;
const ROMAN: Record<string, Quarter> = { I: 1, II: 2, III: 3, IV: 4 };
const MONTHS = [
  ...['січень', 'лютий', 'березень', 'квітень', 'травень', 'червень'],
  ...['липень', 'серпень', 'вересень', 'жовтень', 'листопад', 'грудень'],
];

/** «Строк виконання» as it is written -> its shape; null for words that say no shape we know. */
export function readDeadline(text: string): DeadlinePart | null {
  // Latin and Cyrillic «І» look alike, and both are typed.
  const words = text.trim().toLowerCase().replace(/[іi]/gu, 'i').replace(/\s+/g, ' ');
  if (/^протягом року$/.test(text.trim().toLowerCase())) return { text, kind: 'all-year' };
  if (/^щоквартал/.test(text.trim().toLowerCase())) return { text, kind: 'every-quarter' };
  const month = MONTHS.indexOf(text.trim().toLowerCase());
  if (month >= 0) return { text, kind: 'month', month: month + 1 };
  const [, first, last] = /^(i{1,3}|iv)(?:\s*[-–—]\s*(i{1,3}|iv))? квартал/.exec(words) ?? [];
  if (!first) return null;
  const [from, to] = [ROMAN[first.toUpperCase()]!, ROMAN[(last ?? first).toUpperCase()]!];
  return from <= to ? { text, kind: 'quarters', from, to } : null;
}
