import type { Lang } from '#libs/platform/access';

/** An exact mean: points over sheets. Nothing over nothing (no sheets) counts as zero. */
export interface Fraction {
  numerator: number;
  denominator: number;
}

/** Negative when a < b; exact, by cross-multiplication (rule 44). */
export function compareFractions(a: Fraction, b: Fraction): number {
  const left = a.numerator * (b.denominator || 1);
  const right = b.numerator * (a.denominator || 1);
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right)) return left - right;
  const [bigLeft, bigRight] = [
    BigInt(a.numerator) * BigInt(b.denominator || 1),
    BigInt(b.numerator) * BigInt(a.denominator || 1),
  ];
  return bigLeft < bigRight ? -1 : Number(bigLeft > bigRight);
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
