import { createHmac, timingSafeEqual } from 'node:crypto';

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{43})$/;

const proofOf = (id: string, secret: string): string =>
  createHmac('sha256', secret).update(`answers of a body ${id}`).digest('base64url');

/** What only the addressee of the letter holds: the id of the link and a proof that cannot be guessed. */
export const clerkToken = (id: string, secret: string): string => `${id}.${proofOf(id, secret)}`;

/** The id of the link that such a token was made for, or null when it is none of ours. */
export function linkOfToken(token: string, secret: string): string | null {
  const [, id, proof] = TOKEN.exec(token) ?? [];
  if (!id || !proof) return null;
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(id, secret))) ? id : null;
}
