/** Every space there is (also the narrow, the non-breaking and the zero-width one) and the apostrophe may group digits. */
const GROUPING = /[\s\u200b-\u200d\u2060'’]/gu;
const PLAIN = /^-?\d+(?:\.\d+)?$/;
/** «1,500.50» and «1.500,50»: groups of three by one mark, the fraction by the other. */
const GROUPED = [/^-?\d{1,3}(?:,\d{3})+\.\d+$/, /^-?\d{1,3}(?:\.\d{3})+,\d+$/] as const;

/**
 * A number as people type it or a spreadsheet gives it, as plain text: «1 500,50» -> '1500.50', «−3» -> '-3'; null when
 * it is none. A single comma or dot starts the fraction: «1.500» is one and a half, and where that cannot be meant (three
 * digits of kopecks) the caller refuses it.
 */
export function plainNumber(text: string): string | null {
  const bare = text.replace(GROUPING, '').replace(/^[−–]/, '-');
  if (GROUPED[0].test(bare)) return bare.replaceAll(',', '');
  if (GROUPED[1].test(bare)) return bare.replaceAll('.', '').replace(',', '.');
  const plain = bare.replace(',', '.');
  return PLAIN.test(plain) ? plain : null;
}

/** A whole number as typed, also «1 500,00» of a spreadsheet; null when it is none. */
export function wholeNumber(text: string): number | null {
  const plain = plainNumber(text);
  const value = plain === null || /\.\d*[1-9]/.test(plain) ? Number.NaN : Number(plain);
  return Number.isSafeInteger(value) ? value : null;
}

const formats = new Map<string, Intl.NumberFormat>();

/** «1 234,5» / «1,234.5»: digits grouped, so many decimals as there are, from `least` to `most` (default: 0 to 3). */
export function numberText(value: number, lang: string, { least = 0, most = 3 } = {}): string {
  const key = `${lang} ${least} ${most}`;
  // To make a format takes longer than to draw a row of a list with it.
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(lang === 'en' ? 'en-GB' : 'uk-UA', {
      ...{ minimumFractionDigits: least, maximumFractionDigits: most },
    });
  formats.set(key, format);
  return format.format(value);
}
