import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.js';

describe('recovery codes', () => {
  it('are ten different ones, easy to read aloud', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    expect(codes.filter((code) => !/^([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}$/.test(code))).toEqual([]);
  });

  it('are known however they are typed, and only for their person', () => {
    const hash = hashRecoveryCode('olena', 'k7mx-q2rd-9fwp');
    expect(hashRecoveryCode('olena', ' K7MX Q2RD–9fwp ').equals(hash)).toBe(true);
    expect(hashRecoveryCode('ivan', 'k7mx-q2rd-9fwp').equals(hash)).toBe(false);
  });
});
