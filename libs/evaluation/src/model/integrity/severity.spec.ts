import fc from 'fast-check';
import { SEVERITY_LAMBDA, severityModel, type Mark } from './severity.js';

const marksArbitrary = fc.uniqueArray(fc.record({ proposal: fc.nat(11), person: fc.nat(5), points: fc.nat(100) }), {
  selector: ({ proposal, person }) => `${proposal}:${person}`,
  maxLength: 60,
});

/** What the model minimises: the mistakes squared, and λ times the shifts squared. */
function loss(marks: readonly Mark[], shifts: ArrayLike<number>, qualities: ArrayLike<number>): number {
  const mistakes = marks.map(({ proposal, person, points }) => points - qualities[proposal]! - shifts[person]!);
  const squares = (values: number[]) => values.reduce((sum, value) => sum + value * value, 0);
  return squares(mistakes) + SEVERITY_LAMBDA * squares(Array.from(shifts));
}

describe('the additive model of severity', () => {
  it('worked by hand: two people, two proposals, four points apart, λ = 3', () => {
    const marks = [
      { proposal: 0, person: 0, points: 12 },
      { proposal: 0, person: 1, points: 8 },
      { proposal: 1, person: 0, points: 14 },
      { proposal: 1, person: 1, points: 10 },
    ];
    const { shifts, corrected, residual } = severityModel(marks, 2, 2);
    // 2·b₀ + 3·b₀ − (b₀ + b₁) = 4 and b₁ = −b₀, so b₀ = 4/5.
    expect(Array.from(shifts, (shift) => Math.round(shift * 1e9) / 1e9)).toEqual([0.8, -0.8]);
    expect(Array.from(corrected)).toEqual([expect.closeTo(10), expect.closeTo(12)]);
    expect(residual).toBeLessThan(1e-9);
  });

  it('moves a proposal up that only a harsh person marked besides the rest', () => {
    const harsh = [0, 1, 2, 3, 4, 5].flatMap((proposal) => [
      { proposal, person: 0, points: 20 },
      { proposal, person: 1, points: 10 },
    ]);
    const { corrected } = severityModel([...harsh, { proposal: 6, person: 1, points: 12 }], 7, 2);
    expect(corrected[6]).toBeGreaterThan(12);
    expect(corrected[0]).toBeCloseTo(15);
  });

  it('is the minimum: no small step anywhere is better, and the printed slope is nought', () => {
    fc.assert(
      fc.property(marksArbitrary, fc.nat(5), fc.constantFrom(-0.01, 0.01), (marks, person, step) => {
        const { shifts, corrected, residual } = severityModel(marks, 12, 6);
        const moved = shifts.map((shift, index) => (index === person ? shift + step : shift));
        expect(residual).toBeLessThan(1e-6);
        expect(loss(marks, moved, corrected)).toBeGreaterThanOrEqual(loss(marks, shifts, corrected) - 1e-9);
      }),
    );
  });

  it('does not depend on the order of the sheets', () => {
    fc.assert(
      fc.property(marksArbitrary, (marks) => {
        const there = severityModel(marks, 12, 6);
        const back = severityModel([...marks].reverse(), 12, 6);
        there.shifts.forEach((shift, index) => expect(back.shifts[index]).toBeCloseTo(shift, 9));
      }),
    );
  });
});
