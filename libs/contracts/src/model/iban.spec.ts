import { isUkrainianIban, plainIban, spacedIban } from './iban.js';

const GOOD = 'UA303348510000026206114040874';

describe('an account of a winner', () => {
  it('rule 27: is a Ukrainian IBAN of 29 characters with its check digits', () => {
    expect(isUkrainianIban(GOOD)).toBe(true);
    expect(isUkrainianIban(`${GOOD.slice(0, -1)}5`)).toBe(false);
    expect(isUkrainianIban(GOOD.slice(0, -1))).toBe(false);
    expect(isUkrainianIban('DE89370400440532013000')).toBe(false);
  });

  it('rule 27: every single wrong digit is found', () => {
    for (let at = 2; at < GOOD.length; at += 1)
      for (let digit = 0; digit <= 9; digit += 1) {
        const other = GOOD.slice(0, at) + digit + GOOD.slice(at + 1);
        expect(isUkrainianIban(other)).toBe(other === GOOD);
      }
  });

  it('is taken as people paste it and shown in groups', () => {
    expect(plainIban(' ua30 3348 5100\u00a00002 6206 1140 4087 4 ')).toBe(GOOD);
    expect(spacedIban(GOOD)).toBe('UA30 3348 5100 0002 6206 1140 4087 4');
  });
});
