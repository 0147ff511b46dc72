import { bornAt, storageKeyOf } from './storage-key.js';

describe('storage key', () => {
  const id = '0191e3c8-7a40-7123-8456-0123456789ab';

  it('is made of the id alone', () => {
    expect(storageKeyOf(id)).toBe(`ab/${id}`);
  });

  it('knows when its document was born', () => {
    expect(bornAt(storageKeyOf(id))).toEqual(new Date(0x0191e3c87a40));
  });
});
