import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from '#libs/applications';
import type { CheckpointLine } from './lines.js';
import { merkleRoot } from './merkle.js';

/** The last bytes of an Ed25519 key in DER are the key itself. */
const RAW_KEY_BYTES = 32;
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');

export interface SigningKey {
  /** PKCS #8, PEM. */
  privateKey: string;
  /** 32 bytes, hex. */
  publicKey: string;
}

export function newSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string, publicKey: rawKeyOf(privateKey) };
}

type Moment = Pick<CheckpointLine, 'part' | 'at' | 'chain'>;

/** Closes a part: the root over everything before, signed. */
export function checkpoint(lines: readonly string[], moment: Moment, { privateKey }: SigningKey): CheckpointLine {
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

const rawKeyOf = (privateKey: KeyObject): string =>
  createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).subarray(-RAW_KEY_BYTES).toString('hex');
