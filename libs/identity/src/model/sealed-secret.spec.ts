import { openSecret, sealSecret } from './sealed-secret.js';

const [PERSON, OTHER] = ['019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002'];
const KEY = 'a secret of the installation, long enough';

describe('a sealed secret', () => {
  it('opens for its person and its installation only', () => {
    const sealed = sealSecret('JBSWY3DPEHPK3PXP', PERSON, KEY);
    expect(openSecret(sealed, PERSON, KEY)).toBe('JBSWY3DPEHPK3PXP');
    expect(openSecret(sealed, OTHER, KEY)).toBe(null);
    expect(openSecret(sealed, PERSON, `${KEY}.`)).toBe(null);
  });

  it('neither shows the secret nor looks the same twice', () => {
    const [first, second] = [sealSecret('JBSWY3DPEHPK3PXP', PERSON, KEY), sealSecret('JBSWY3DPEHPK3PXP', PERSON, KEY)];
    expect(first.includes('JBSWY3DPEHPK3PXP')).toBe(false);
    expect(first.equals(second)).toBe(false);
  });
});
