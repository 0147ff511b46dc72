import { createHash, randomInt } from 'node:crypto';

export const RECOVERY_CODES = 10;
/** Without letters that look like digits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 12;

/** Ten codes for one use each, «k7mx-q2rd-9fwp»; the database keeps only `hashRecoveryCode` of them. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newCode);

/** However it is typed: case, spaces and hyphens do not matter. */
export const hashRecoveryCode = (personId: string, typed: string): Buffer =>
  createHash('sha256')
    .update(`${personId}\n${typed.toLowerCase().replace(/[\s–-]/g, '')}`)
    .digest();

function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}
