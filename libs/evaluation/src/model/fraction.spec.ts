import fc from 'fast-check';
import { compareFractions, hundredthsOf, pointsText } from './fraction.js';

const fraction = fc.record({ numerator: fc.nat(100_000), denominator: fc.integer({ min: 1, max: 500 }) });

describe('an exact mean (rule 44)', () => {
  it('compares without rounding: a third and 33 hundredths differ', () => {
    expect(compareFractions({ numerator: 1, denominator: 3 }, { numerator: 33, denominator: 100 })).toBe(1);
    expect(compareFractions({ numerator: 144, denominator: 9 }, { numerator: 128, denominator: 8 })).toBe(0);
  });

  it('compares what a double cannot tell apart', () => {
    const a = { numerator: 9_007_199_254_740_991, denominator: 9_007_199_254_740_990 };
    const b = { numerator: 9_007_199_254_740_990, denominator: 9_007_199_254_740_989 };
    expect(compareFractions(a, b)).toBe(-1);
  });

  it('is antisymmetric, and equal only when cross products are', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(compareFractions(a, b)).toBe(-compareFractions(b, a) + 0);
        expect(compareFractions(a, b) === 0).toBe(a.numerator * b.denominator === b.numerator * a.denominator);
      }),
    );
  });

  it.each([
    [{ numerator: 1, denominator: 8 }, 13, '0,13'],
    [{ numerator: 44, denominator: 3 }, 1467, '14,67'],
    [{ numerator: 43, denominator: 3 }, 1433, '14,33'],
    [{ numerator: 16, denominator: 1 }, 1600, '16,00'],
    [{ numerator: 0, denominator: 0 }, 0, '0,00'],
  ])('rounds half up to two decimals for showing: %j', (value, hundredths, text) => {
    expect([hundredthsOf(value), pointsText(value, 'uk')]).toEqual([hundredths, text]);
    expect(pointsText(value, 'en')).toBe(text.replace(',', '.'));
  });
});
