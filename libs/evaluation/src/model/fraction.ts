import type { Lang } from '#libs/platform/access';

/** An exact mean: points over sheets. Nothing over nothing (no sheets) counts as zero. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/** Negative when a < b; exact, by cross-multiplication (rule 44). */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = BigInt(a.numerator) * BigInt(b.denominator || 1);
  const right = BigInt(b.numerator) * BigInt(a.denominator || 1);
  return left < right ? -1 : Number(left > right);
}

/** Hundredths, rounded half up: only for showing (rule 44). */
export function hundredthsOf({ numerator, denominator }: Fraction): number {
  const by = BigInt(denominator || 1);
  return Number((BigInt(numerator) * 200n + by) / (2n * by));
}

/** «16,04» / “16.04”, always two decimals, so that the column lines up. */
export function pointsText(fraction: Fraction, lang: Lang): string {
  const hundredths = String(hundredthsOf(fraction)).padStart(3, '0');
  return `${hundredths.slice(0, -2)}${lang === 'en' ? '.' : ','}${hundredths.slice(-2)}`;
}
