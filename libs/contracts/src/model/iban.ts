/** Blanks of any kind out, letters large, as people paste it. */
export const plainIban = (typed: string): string => typed.replace(/[\s\u200b-\u200d\u2060]/gu, '').toUpperCase();

/** rule 27: a Ukrainian IBAN has 29 characters and leaves 1 when it is divided by 97. */
export function isUkrainianIban(iban: string): boolean {
  if (!/^UA\d{27}$/.test(iban)) return false;
  const digits = `${iban.slice(4)}${letterDigits(iban.slice(0, 2))}${iban.slice(2, 4)}`;
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1;
}

/** A = 10, B = 11 … */
const letterDigits = (letters: string): string =>
  [...letters].map((letter) => String(letter.charCodeAt(0) - 'A'.charCodeAt(0) + 10)).join('');

/** «UA30 3348 5100 0002 6206 1140 4087 4», for reading aloud. */
export const spacedIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, '$1 ');
