import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '#libs/platform/canonical-json';
import type { CheckpointLine } from './lines.js';
import { merkleRoot } from './merkle.js';

/** The last bytes of an Ed25519 key in DER are the key itself. */
const RAW_KEY_BYTES = 32;
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

type Moment = Pick<CheckpointLine, 'part' | 'at' | 'chain'>;

/** Closes a part: the root over everything before, signed with the private key (PKCS #8, PEM). */
export function checkpoint(lines: readonly string[], moment: Moment, privateKey: string): CheckpointLine {
  const key = createPrivateKey(privateKey);
  const { part, at, chain } = moment;
  const unsigned = {
    type: 'checkpoint',
    part,
    at,
    lines: lines.length,
    root: merkleRoot(lines),
    chain,
    key: rawKeyOf(key),
  };
  const signature = sign(null, Buffer.from(canonicalJson(unsigned), 'utf8'), key).toString('hex');
  return { ...unsigned, type: 'checkpoint', signature };
}

export function isSigned({ signature, ...unsigned }: CheckpointLine): boolean {
  if (!/^[0-9a-f]{64}$/.test(unsigned.key) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  const der = Buffer.concat([SPKI_PREFIX, Buffer.from(unsigned.key, 'hex')]);
  const key = createPublicKey({ key: der, type: 'spki', format: 'der' });
  return verify(null, Buffer.from(canonicalJson(unsigned), 'utf8'), key, Buffer.from(signature, 'hex'));
}

/** The public key: 32 bytes, hex. */
export const publicKeyOf = (privateKey: string): string => rawKeyOf(createPrivateKey(privateKey));

const rawKeyOf = (privateKey: KeyObject): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES).toString('hex');
