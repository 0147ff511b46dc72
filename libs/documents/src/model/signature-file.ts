/** 1.2.840.113549.1.7.2: signed data of CMS, the frame of CAdES (КЕП). */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
const [SEQUENCE, SET, INTEGER, OID, CONTEXT_0] = [0x30, 0x31, 0x02, 0x06, 0xa0];

interface Element {
  tag: number;
  /** Where its content begins, and where it ends; null for a length that only an end mark tells. */
  start: number;
  end: number | null;
}

/**
 * Whether these first bytes are of a detached CAdES signature (.p7s): signed data in DER or BER without the signed
 * content inside. Says nothing about whether the signature is valid (rule 79).
 */
export function isDetachedSignature(head: Buffer): boolean {
  const outer = element(head, 0);
  if (outer?.tag !== SEQUENCE) return false;
  const content = outer.start + SIGNED_DATA.length;
  if (!head.subarray(outer.start, content).equals(SIGNED_DATA)) return false;
  const explicit = element(head, content);
  if (explicit?.tag !== CONTEXT_0) return false;
  const signedData = element(head, explicit.start);
  if (signedData?.tag !== SEQUENCE) return false;
  return hasNoContent(head, signedData.start);
}

/** version INTEGER, digestAlgorithms SET, encapContentInfo SEQUENCE { OID, [0] content – absent when detached } */
function hasNoContent(head: Buffer, at: number): boolean {
  const version = element(head, at);
  if (version?.tag !== INTEGER || version.end === null) return false;
  const algorithms = element(head, version.end);
  if (algorithms?.tag !== SET || algorithms.end === null) return false;
  const info = element(head, algorithms.end);
  return info?.tag === SEQUENCE && endsAfterItsType(head, info);
}

function endsAfterItsType(head: Buffer, info: Element): boolean {
  const type = element(head, info.start);
  if (type?.tag !== OID || type.end === null) return false;
  return info.end === null ? head[type.end] === 0 : type.end === info.end;
}

function element(bytes: Buffer, at: number): Element | null {
  if (at + 2 > bytes.length) return null;
  const first = bytes[at + 1]!;
  if (first === 0x80) return { tag: bytes[at]!, start: at + 2, end: null };
  const count = first < 0x80 ? 0 : first & 0x7f;
  const start = at + 2 + count;
  if (count > 4 || start > bytes.length) return null;
  const length = count === 0 ? first : bytes.readUIntBE(at + 2, count);
  return { tag: bytes[at]!, start, end: start + length };
}
