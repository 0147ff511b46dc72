import { DUMMY_HASH, hashPassword, verifyPassword } from './password-hash.js';

const SETTINGS = '$argon2id$v=19$m=19456,t=2,p=1$';

describe('password hash', () => {
  it('knows its password again, however the letters are composed', async () => {
    const stored = await hashPassword('їжак-на-даху-42');
    expect(stored.slice(0, SETTINGS.length)).toBe(SETTINGS);
    expect(await verifyPassword(stored, 'їжак-на-даху-42'.normalize('NFD'))).toBe(true);
    expect(await verifyPassword(stored, 'їжак-на-даху-43')).toBe(false);
  });

  it('does the same work for nobody, and never lets nobody in', async () => {
    expect(DUMMY_HASH.slice(0, SETTINGS.length)).toBe(SETTINGS);
    expect(await verifyPassword(null, 'будь-що')).toBe(false);
  });
});
