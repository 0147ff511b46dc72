import { adviceProblems, NO_ADVICE, REASON_MAX } from './advice.js';

const codes = (values: Partial<typeof NO_ADVICE>, isReady = true) =>
  adviceProblems({ ...NO_ADVICE, ...values }, 5_000_000, isReady).map(({ code }) => code);

describe('the amount that a scorer advises', () => {
  it('may be left out, and is never above what is asked', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ recommendedKop: 5_000_000 })).toEqual([]);
    expect(codes({ recommendedKop: 5_000_001 })).toEqual(['evaluation.recommended-above']);
  });

  it('needs a reason where it is less, at the latest when the sheet is ready', () => {
    expect(codes({ recommendedKop: 4_999_999 })).toEqual(['evaluation.recommended-reason']);
    expect(codes({ recommendedKop: 0 }, false)).toEqual([]);
    expect(codes({ recommendedKop: 0, recommendedReason: 'Оренду місто дає безоплатно.' })).toEqual([]);
    expect(codes({ recommendedReason: 'я'.repeat(REASON_MAX + 1) })).toEqual(['platform.too-long']);
  });
});
