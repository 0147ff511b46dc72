const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
const PHONE = /(?<!\d)(?:\+?38[\s-]*)?\(?0[\s-]*\d{2}\)?[\s-]*\d{3}[\s-]*\d{2}[\s-]*\d{2}(?!\d)/g;
const TEN_DIGITS = /(?<!\d)\d{10}(?!\d)/g;
const TAX_NUMBER_WEIGHTS = [-1, 5, 7, 9, 4, 6, 10, 5, 7];
const WITHHELD = '[…]';

/**
 * What people typed (titles, reasons), fit for a public page: e-mails, phones and tax numbers are taken out,
 * whoever put them there (rule 55).
 */
export function withoutPersonalData(text: string): string {
  return text
    .replace(EMAIL, WITHHELD)
    .replace(PHONE, WITHHELD)
    .replace(TEN_DIGITS, (digits) => (isTaxNumber(digits) ? WITHHELD : digits));
}

/** Whether there is something that may not be published; names of people are not known by their look. */
export const holdsPersonalData = (text: string): boolean => withoutPersonalData(text) !== text;

/** РНОКПП: ten digits, the last one is the check digit. */
export function isTaxNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false;
  const sum = TAX_NUMBER_WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (((sum % 11) + 11) % 11) % 10 === Number(digits[9]);
}
