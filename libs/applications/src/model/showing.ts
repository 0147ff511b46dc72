import { createHash, randomInt } from 'node:crypto';

/** For how long the code opens the draft; real time, not that of the competition. */
export const SHOWING_MINUTES = 60;
/** Read out by telephone: no letter that sounds or looks like another one. */
const LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const CODE_LENGTH = 10;

/** «K7MP2-XW4RA»: 49 bits, and attempts are counted. */
export function newShowingCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]!).join('');
  return `${letters.slice(0, CODE_LENGTH / 2)}-${letters.slice(CODE_LENGTH / 2)}`;
}

/** As it is typed: small letters, spaces and hyphens do not matter. */
export const showingHash = (typed: string): Buffer =>
  createHash('sha256')
    .update(typed.toUpperCase().replace(/[^A-Z\d]/g, ''))
    .digest();

/** Who looked at a draft that was shown. */
export interface Look {
  fullName: string;
  lookedAt: Date;
}
