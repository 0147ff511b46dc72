import { createHmac, timingSafeEqual } from 'node:crypto';

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{43})$/;

const proofOf = (id: string, secret: string): string =>
  createHmac('sha256', secret).update(`event registration ${id}`).digest('base64url');

/** What only the owner of the address holds: the id of the registration and a proof that cannot be guessed. */
export const registrationToken = (id: string, secret: string): string => `${id}.${proofOf(id, secret)}`;

/** The id of the registration that such a token was made for, or null when it is none of ours. */
export function registrationOfToken(token: string, secret: string): string | null {
  const [, id, proof] = TOKEN.exec(token) ?? [];
  if (!id || !proof) return null;
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(id, secret))) ? id : null;
}
