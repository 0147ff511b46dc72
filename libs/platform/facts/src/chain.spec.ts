import { CHAIN_START, chainHash, verifyChain, type ChainedBody } from './chain.js';

function chainOf(bodies: string[]): ChainedBody[] {
  let previous = CHAIN_START;
  return bodies.map((body, index) => {
    previous = chainHash(previous, index + 1, body);
    return { seq: index + 1, body, hash: previous };
  });
}

describe('hash chain', () => {
  it('is whole when nothing was touched', () => {
    expect(verifyChain(chainOf(['a', 'b', 'c']))).toBeNull();
  });

  it('names the first place where a body was changed, a row removed or two swapped', () => {
    const changed = chainOf(['a', 'b', 'c']);
    changed[1] = { ...changed[1]!, body: 'B' };
    expect(verifyChain(changed)).toBe(2);
    expect(verifyChain(chainOf(['a', 'b', 'c']).slice(1))).toBe(1);
    const [first, second, third] = chainOf(['a', 'b', 'c']);
    expect(verifyChain([first!, third!, second!])).toBe(2);
  });
});
