import { generate } from 'otplib';
import { newSecret, spacedSecret, stepOfCode } from './second-factor.js';

const AT = new Date('2026-11-23T10:00:15Z');
const STEP = Math.floor(AT.getTime() / 30_000);
const after = (seconds: number): Date => new Date(AT.getTime() + seconds * 1000);

describe('codes of an authenticator', () => {
  it('follow the standard (RFC 6238, appendix B)', async () => {
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(await stepOfCode(secret, '287082', new Date(59_000))).toBe(1);
    expect(await stepOfCode(secret, '081804', new Date(1_111_111_109_000))).toBe(37037036);
  });

  it('are right one step earlier and one later, and name their own step', async () => {
    const secret = newSecret();
    const code = await generate({ secret, epoch: AT.getTime() / 1000 });
    const steps = [-75, -30, 0, 30, 75].map((seconds) => stepOfCode(secret, code, after(seconds)));
    expect(await Promise.all(steps)).toEqual([null, STEP, STEP, STEP, null]);
  });

  it('may be typed with a space; anything else is no code', async () => {
    const secret = newSecret();
    const code = await generate({ secret, epoch: AT.getTime() / 1000 });
    expect(await stepOfCode(secret, ` ${code.slice(0, 3)} ${code.slice(3)} `, AT)).toBe(STEP);
    for (const typed of ['', '12345', '1234567', 'abcdef']) expect(await stepOfCode(secret, typed, AT)).toBe(null);
  });

  it('come from a secret of 160 bits, shown in groups of four', () => {
    expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(spacedSecret('ABCDEFGHIJ')).toBe('ABCD EFGH IJ');
  });
});
