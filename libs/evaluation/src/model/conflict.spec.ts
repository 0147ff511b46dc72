import { whyNotDeclared } from './conflict.js';

const subject = { declared: 'none', hasSignedSheet: false, isUpheld: false, competitionState: 'scoring' } as const;

describe('changing a declaration (rules 31, 32)', () => {
  it('lets a conflict be declared at any time before the signature', () => {
    expect(whyNotDeclared('real', subject)).toBeNull();
    expect(whyNotDeclared('real', { ...subject, hasSignedSheet: true })).toBe('evaluation.sheet-signed-already');
  });

  it('lets a conflict be taken back only before the scoring starts', () => {
    const declared = { ...subject, declared: 'potential' } as const;
    expect(whyNotDeclared('none', declared)).toBe('evaluation.conflict-stays');
    expect(whyNotDeclared('none', { ...declared, competitionState: 'admission' })).toBeNull();
    expect(whyNotDeclared('real', declared)).toBeNull();
  });

  it('takes the first declaration whatever it says', () => {
    expect(whyNotDeclared('real', { ...subject, declared: null })).toBeNull();
    expect(whyNotDeclared('none', { ...subject, declared: null, hasSignedSheet: false })).toBeNull();
  });
});
