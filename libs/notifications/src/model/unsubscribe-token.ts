import { createHmac, timingSafeEqual } from 'node:crypto';

const TOKEN = /^([0-9a-f-]{36})\.([\w-]{43})$/;

const proofOf = (messageId: string, secret: string): string =>
  createHmac('sha256', secret).update(`unsubscribe ${messageId}`).digest('base64url');

/** What only the addressee of a letter holds: the id of the message and a proof that cannot be guessed. */
export const unsubscribeToken = (messageId: string, secret: string): string =>
  `${messageId}.${proofOf(messageId, secret)}`;

/** The id of the message that such a token was made for, or null when it is none of ours. */
export function messageOfToken(token: string, secret: string): string | null {
  const [, id, proof] = TOKEN.exec(token) ?? [];
  if (!id || !proof) return null;
  return timingSafeEqual(Buffer.from(proof), Buffer.from(proofOf(id, secret))) ? id : null;
}
