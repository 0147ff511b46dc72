import { canonicalJson, checksumOf, isSame } from './index.js';

describe('canonical JSON', () => {
  it('does not depend on the order of keys, at any depth', () => {
    expect(canonicalJson({ b: [{ y: 1, x: 2 }], a: null })).toBe('{"a":null,"b":[{"x":2,"y":1}]}');
    expect(isSame({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3, c: 2 }, a: 1 })).toBe(true);
  });

  it('depends on the order of a list and on every letter', () => {
    expect(isSame([1, 2], [2, 1])).toBe(false);
    expect(checksumOf({ a: 'мета' })).not.toBe(checksumOf({ a: 'Мета' }));
  });

  it('is hashed with SHA-256 over UTF-8', () => {
    expect(checksumOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  });
});
