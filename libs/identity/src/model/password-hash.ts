import { hash, verify } from '@node-rs/argon2';

/** OWASP's setting for argon2id (the library's default algorithm): 19 MiB, two passes, one lane. */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The hash of a password that nobody knows, made with the same settings. */
export const DUMMY_HASH =
  '$argon2id$v=19$m=19456,t=2,p=1$922luI6wdvq0s5XZkYMMbg$aRHBWBWfsW0X2vOq7+gVOn1VEp6S7rZdhuL6LGW0IgI';

/** One password, however the keyboard composes its letters. */
const normal = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(normal(password), SETTINGS);

/** Takes the same time when there is no such person (`stored` is null): the answer tells nothing. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const matches = await verify(stored ?? DUMMY_HASH, normal(password));
  return matches && stored !== null;
}
