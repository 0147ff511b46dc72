import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for another when they are dictated. */
const SIGNS = 'ABCEHKMPTX23456789';
const LENGTH = 6;

/** What is typed or read from the QR at the door: «K7M3PT». */
export const newCheckInCode = (): string =>
  Array.from({ length: LENGTH }, () => SIGNS[randomInt(SIGNS.length)]).join('');

const CYRILLIC: Record<string, string> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
};

/** As it was typed: small letters, spaces and Cyrillic look-alikes are the same code. */
export const plainCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[А-ЯІ]/gu, (letter) => CYRILLIC[letter] ?? letter);
