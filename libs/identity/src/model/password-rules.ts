import { invalidField, type InvalidInput } from '#libs/platform/errors';
import { COMMON_PASSWORDS } from './common-passwords.js';

/** In characters as people count them (code points). No rules of composition: length is what protects. */
export const PASSWORD_LENGTH_MIN = 12;
export const PASSWORD_LENGTH_MAX = 128;
/** A shorter name before the @ («io») meets honest passwords by chance. */
const EMAIL_NAME_MIN = 3;
const DIFFERENT_CHARACTERS_MIN = 4;

/** Why the password is refused for this person, as an error at the given field; null when it is good. */
export function passwordProblem(password: string, email: string, field = 'password'): InvalidInput | null {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_LENGTH_MIN)
    return invalidField(field, 'identity.password-too-short', { min: PASSWORD_LENGTH_MIN });
  if (length > PASSWORD_LENGTH_MAX)
    return invalidField(field, 'identity.password-too-long', { max: PASSWORD_LENGTH_MAX });
  if (isCommon(password)) return invalidField(field, 'identity.password-common');
  if (holdsEmailName(password, email)) return invalidField(field, 'identity.password-holds-email');
  return null;
}

function isCommon(password: string): boolean {
  const bare = password.normalize('NFC').toLowerCase().replace(/\s/g, '');
  const word = bare.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return COMMON_PASSWORDS.has(bare) || COMMON_PASSWORDS.has(word) || new Set(bare).size < DIFFERENT_CHARACTERS_MIN;
}

function holdsEmailName(password: string, email: string): boolean {
  const name = email.trim().toLowerCase().split('@')[0]!;
  return name.length >= EMAIL_NAME_MIN && password.toLowerCase().includes(name);
}
