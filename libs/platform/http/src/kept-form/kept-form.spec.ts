import { keepable, openForm, sealForm } from './kept-form.js';

const SECRET = 'a secret of these tests, long enough';
const AT = new Date('2026-11-26T10:00:00Z');
const kept = {
  personId: 'p',
  browser: 'b',
  hasFile: false,
  page: '/applications/1/about',
  fields: { title: 'Книга їде в село', lines: [{ sum: '5' }] },
};

describe('a kept form', () => {
  it('comes back as it was', () => {
    expect(openForm(sealForm(kept, SECRET, AT), SECRET, AT)).toEqual(kept);
  });

  it('is nothing when somebody changed it, when it is old, and when it is something else', () => {
    const sealed = sealForm(kept, SECRET, AT);
    const [packed, sign] = sealed.split('.');
    for (const other of [`A${packed!.slice(1)}.${sign}`, packed, '', undefined, ['x'], `${packed}.${sign}x`])
      expect(openForm(other, SECRET, AT)).toBeNull();
    expect(openForm(sealed, 'another secret, just as long as it is', AT)).toBeNull();
    expect(openForm(sealed, SECRET, new Date('2026-11-26T22:00:01Z'))).toBeNull();
  });

  it('holds no token and no password', () => {
    const body = { _csrf: 't', password: 'p', newPassword: 'p', title: 'x' };
    expect(keepable(body)).toEqual({ title: 'x' });
    expect(keepable('nonsense')).toEqual({});
  });
});
