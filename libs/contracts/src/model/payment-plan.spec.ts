import { firstPlan, sumOf } from './payment-plan.js';

describe('the plan of payments that a draft begins with', () => {
  it('rule 59: comes to the sum of the contract, to the kopeck, for any sum and any days', () => {
    for (let seed = 1; seed <= 2_000; seed += 1) {
      const sumKop = (seed * 7_919_317) % 100_000_019 || 1;
      const month = String(1 + (seed % 12)).padStart(2, '0');
      const plan = firstPlan(sumKop, 1 + (seed % 100), `2021-${month}-15`, '2021-12-20');
      expect(sumOf(plan)).toBe(sumKop);
      for (const { amountKop, dueOn } of plan) {
        expect(amountKop).toBeGreaterThan(0);
        expect(dueOn >= `2021-${month}-15` && dueOn <= '2021-12-20').toBe(true);
      }
    }
  });

  it('rule 60: pays the second part after a report', () => {
    expect(firstPlan(60_000_00, 70, '2020-05-01', '2020-11-30')).toEqual([
      { amountKop: 42_000_00, dueOn: '2020-05-01', waitsForReport: false },
      { amountKop: 18_000_00, dueOn: '2020-08-01', waitsForReport: true },
    ]);
  });
});
