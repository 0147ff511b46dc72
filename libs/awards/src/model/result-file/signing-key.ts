import { createPrivateKey, hkdfSync } from 'node:crypto';

const SEED_BYTES = 32;
/** PKCS #8 of an Ed25519 key is this and the seed. */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The key of this installation: always the same for the same secret, and stored nowhere. */
export function signingKeyOf(secret: string): string {
  const seed = Buffer.from(hkdfSync('sha256', secret, '', 'awards.result-file', SEED_BYTES));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, seed]), type: 'pkcs8', format: 'der' });
  return key.export({ type: 'pkcs8', format: 'pem' }) as string;
}
