import { isDetachedSignature } from './signature-file.js';

const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex');
const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const body = Buffer.concat(parts);
  const length =
    body.length < 128 ? Buffer.from([body.length]) : Buffer.from([0x82, body.length >> 8, body.length & 0xff]);
  return Buffer.concat([Buffer.from([tag]), length, body]);
};
const SIGNED = hex('06092a864886f70d010702');
const DATA = hex('06092a864886f70d010701');
const rest = der(0x31, Buffer.alloc(300, 5));

function signature({ content = Buffer.alloc(0), type = SIGNED }: { content?: Buffer; type?: Buffer } = {}): Buffer {
  const algorithms = der(0x31, der(0x30, hex('06052b0e03021a')));
  const info = der(0x30, DATA, content);
  return der(0x30, type, der(0xa0, der(0x30, hex('020101'), algorithms, info, rest)));
}

describe('isDetachedSignature', () => {
  it('knows a detached signature by its start alone', () => {
    expect(isDetachedSignature(signature())).toBe(true);
    expect(isDetachedSignature(signature().subarray(0, 100))).toBe(true);
  });

  it('refuses one that carries the document inside', () => {
    expect(isDetachedSignature(signature({ content: der(0xa0, der(0x04, Buffer.from('документ'))) }))).toBe(false);
  });

  it('takes the open-ended lengths of BER', () => {
    const ber = (inner: string) =>
      hex(`3080 06092a864886f70d010702 a080 3080 020101 3109 3007 06052b0e03021a 3080 06092a864886f70d010701 ${inner}`);
    expect(isDetachedSignature(ber('0000 3100'))).toBe(true);
    expect(isDetachedSignature(ber('a080 2480 0401 41'))).toBe(false);
  });

  it('refuses other structures, texts, and what is cut off', () => {
    expect(isDetachedSignature(signature({ type: DATA }))).toBe(false);
    expect(isDetachedSignature(Buffer.from('-----BEGIN PKCS7-----'))).toBe(false);
    expect(isDetachedSignature(Buffer.from('%PDF-1.4'))).toBe(false);
    for (let length = 0; length < 40; length += 1)
      expect(isDetachedSignature(signature().subarray(0, length))).toBe(false);
  });
});
