import { phrase } from '#libs/platform/phrases';
import { REFUSAL_GROUNDS } from './admission.js';

describe('rule 37: the ground of a refusal', () => {
  it.each(REFUSAL_GROUNDS)('%s has words in both languages', (ground) => {
    const key = `applications:admission.grounds.${ground}`;
    for (const lang of ['uk', 'en'] as const) expect(phrase(lang, key)).not.toContain('grounds');
  });
});
