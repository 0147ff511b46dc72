import fc from 'fast-check';
import { refundOf } from './refund.js';

const kop = fc.integer({ min: 0, max: 100_000_000_00 });
const expenses = fc.array(fc.record({ fundedKop: kop, isRefused: fc.boolean() }), { maxLength: 40 });

describe('what has to be returned', () => {
  it('rule 65: a refused line returns with what was not spent', () => {
    const checked = [
      { fundedKop: 60_000_00, isRefused: false },
      { fundedKop: 5_000_01, isRefused: true },
    ];
    expect(refundOf(70_000_00, checked)).toMatchObject({
      ...{ acceptedKop: 60_000_00, untargetedKop: 5_000_01, unspentKop: 4_999_99, toReturnKop: 10_000_00 },
    });
    // Paid less than was spent on what was accepted: nothing to return, however much was refused.
    expect(refundOf(50_000_00, checked)).toMatchObject({ untargetedKop: 0, toReturnKop: 0 });
  });

  it('rule 65: a finding that was not fixed returns its sum, and an early end never less than its act orders', () => {
    const checked = [{ fundedKop: 60_000_00, isRefused: false }];
    expect(refundOf(60_000_00, checked, { unresolvedKop: 4_000_00, byActKop: 0 })).toMatchObject({
      ...{ acceptedKop: 56_000_00, untargetedKop: 4_000_00, unspentKop: 0 },
    });
    expect(refundOf(60_000_00, checked, { unresolvedKop: 4_000_00, byActKop: 10_000_00 })).toMatchObject({
      ...{ untargetedKop: 4_000_00, unspentKop: 6_000_00 },
    });
    // Nobody returns more than was paid.
    expect(refundOf(3_000_00, checked, { unresolvedKop: 99_000_00, byActKop: 9_000_00 }).toReturnKop).toBe(3_000_00);
  });

  it('rule 65: to the kopeck, its parts come to the whole, and never more than was paid', () => {
    fc.assert(
      fc.property(kop, expenses, (paidKop, checked) => {
        const { acceptedKop, untargetedKop, unspentKop, toReturnKop } = refundOf(paidKop, checked);
        expect(untargetedKop + unspentKop).toBe(toReturnKop);
        expect(toReturnKop).toBeGreaterThanOrEqual(0);
        expect(toReturnKop).toBeLessThanOrEqual(paidKop);
        expect(Math.max(acceptedKop, paidKop)).toBe(acceptedKop + toReturnKop);
      }),
    );
  });

  it('rule 65: one more refusal never lessens what returns, and adds at most the refused sum', () => {
    fc.assert(
      fc.property(kop, expenses, kop, (paidKop, checked, fundedKop) => {
        const accepted = refundOf(paidKop, [...checked, { fundedKop, isRefused: false }]);
        const refused = refundOf(paidKop, [...checked, { fundedKop, isRefused: true }]);
        expect(refused.toReturnKop).toBeGreaterThanOrEqual(accepted.toReturnKop);
        expect(refused.toReturnKop - accepted.toReturnKop).toBeLessThanOrEqual(fundedKop);
        expect(refused.untargetedKop).toBeGreaterThanOrEqual(accepted.untargetedKop);
      }),
    );
  });
});
