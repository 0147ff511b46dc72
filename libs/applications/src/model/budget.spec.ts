import fc from 'fast-check';
import { costOf, groupSums, isBalanced, isOwnShareEnough, ownShareNeededKop, sumsOf, withShares } from './budget.js';
import { MONTHS_MAX, PRICE_MAX_KOP, QUANTITY_MAX, SHARE_MAX_KOP } from './limits.js';

const UAH = 100;
const line = (quantity: number, priceKop: number, fundedKop: number, ownKop: number) => ({
  ...{ quantity, priceKop, months: 1 },
  ...{ fundedKop, ownKop, otherKop: 0 },
});

/** A balanced line: of what is brought, some percent come from other sources. */
function sharedOut(cost: { quantity: number; priceKop: number; months: number }, brought: number, percent: number) {
  const otherKop = Math.floor((brought * percent) / 100);
  return { ...cost, fundedKop: costOf(cost) - brought, ownKop: brought - otherKop, otherKop };
}

describe('budget', () => {
  it('rule 21: a difference of 0.01 is a difference', () => {
    expect(isBalanced(line(3, 10_50, 30_00, 1_50))).toBe(true);
    expect(isBalanced(line(3, 10_50, 30_00, 1_49))).toBe(false);
    expect(isBalanced(line(3, 10_50, 30_01, 1_50))).toBe(false);
  });

  it('rule 21: the total is the sum of the lines and of the shares (any balanced lines)', () => {
    const lines = fc.array(
      fc
        .record({
          quantity: fc.integer({ min: 1, max: 10_000 }),
          priceKop: fc.integer({ min: 0, max: Math.floor(SHARE_MAX_KOP / 10_000 / MONTHS_MAX) }),
          months: fc.integer({ min: 1, max: MONTHS_MAX }),
        })
        .chain((one) =>
          fc
            .tuple(fc.integer({ min: 0, max: costOf(one) }), fc.integer({ min: 0, max: 100 }))
            .map(([brought, percent]) => sharedOut(one, brought, percent)),
        ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, (all) => {
        const { requestedKop, ownKop, otherKop, totalKop } = sumsOf(all);
        expect(all.every(isBalanced)).toBe(true);
        expect(totalKop).toBe(all.reduce((sum, one) => sum + costOf(one), 0));
        expect(requestedKop + ownKop + otherKop).toBe(totalKop);
      }),
    );
  });

  it('rule 21: the dearest line there can be is still counted exactly', () => {
    const dearest = costOf({ quantity: QUANTITY_MAX, priceKop: PRICE_MAX_KOP, months: MONTHS_MAX });
    expect(Number.isSafeInteger(dearest)).toBe(true);
  });

  it('fills the share that was left empty', () => {
    const typed = { quantity: 4, priceKop: 2_500, fundedKop: null, ownKop: null };
    expect(withShares({ ...typed, fundedKop: 7_000 })).toEqual(line(4, 2_500, 7_000, 3_000));
    expect(withShares({ ...typed, ownKop: 10_000 })).toEqual(line(4, 2_500, 0, 10_000));
    expect(withShares(typed)).toEqual(line(4, 2_500, 0, 0));
    expect(withShares({ ...typed, fundedKop: 12_000 })).toEqual(line(4, 2_500, 12_000, 0));
    const unposted = { quantity: 4, priceKop: 2_500, fundedKop: undefined, ownKop: undefined };
    expect(withShares(unposted)).toEqual(line(4, 2_500, 0, 0));
    expect(withShares({ ...unposted, ownKop: 10_000 })).toEqual(line(4, 2_500, 0, 10_000));
  });

  it('rule 23 with 25 %: 49 500 of 66 000 passes, of 65 999 fails', () => {
    const own = (totalUah: number) => ({ ownKop: (totalUah - 49_500) * UAH, totalKop: totalUah * UAH });
    expect(isOwnShareEnough(own(66_000), 2500)).toBe(true);
    expect(isOwnShareEnough(own(65_999), 2500)).toBe(false);
  });

  it('rule 23: one kopeck decides, also where fractions would round', () => {
    expect(isOwnShareEnough({ ownKop: 15, totalKop: 100 }, 1500)).toBe(true);
    expect(isOwnShareEnough({ ownKop: 14, totalKop: 100 }, 1500)).toBe(false);
    expect(isOwnShareEnough({ ownKop: 0, totalKop: 0 }, 1500)).toBe(true);
    expect(isOwnShareEnough({ ownKop: 1_499_999_999_999_999, totalKop: 9_999_999_999_999_999 - 1 }, 1500)).toBe(false);
  });

  it('rule 23: what is said to be needed is enough, and one kopeck less is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000_00 }),
        fc.integer({ min: 1, max: 9_000 }),
        (requested, share) => {
          const needed = ownShareNeededKop(requested, share);
          const enough = (ownKop: number) => isOwnShareEnough({ ownKop, totalKop: requested + ownKop }, share);
          expect([enough(needed), enough(needed - 1)]).toEqual([true, false]);
        },
      ),
    );
  });

  it('rule 21: months multiply the cost, other sources are a share', () => {
    const pay = { quantity: 2, priceKop: 10_000_00, months: 3 };
    expect(costOf(pay)).toBe(60_000_00);
    expect(withShares({ ...pay, fundedKop: 40_000_00, otherKop: 15_000_00 })).toMatchObject({ ownKop: 5_000_00 });
    expect(isBalanced({ ...pay, fundedKop: 40_000_00, ownKop: 5_000_00, otherKop: 15_000_00 })).toBe(true);
    expect(isBalanced({ ...pay, fundedKop: 40_000_00, ownKop: 5_000_00, otherKop: 15_000_01 })).toBe(false);
  });

  it('rule 23: money from other sources makes the total larger, and the own share with it', () => {
    const rest = (otherKop: number) => ownShareNeededKop(49_500_00 + otherKop, 2500);
    expect([rest(0), rest(4_500_00)]).toEqual([16_500_00, 18_000_00]);
  });

  it('rule 24: a group takes its part of what is asked, and not a kopeck more', () => {
    const group = (key: string, capHundredths: number | null) => ({
      ...{ key, title: key, titleEn: '', capHundredths, isAdministrative: false },
    });
    const rules = { groups: [group('pay', 3000), group('rest', null)], hasOtherSources: false, isByMonths: false };
    const asked = (key: string, fundedKop: number) => ({
      ...{ group: key, category: '', title: '', unit: '', quantity: 1, months: 1, priceKop: fundedKop },
      ...{ fundedKop, ownKop: 0, otherKop: 0 },
    });
    const over = (payKop: number) =>
      groupSums([asked('pay', payKop), asked('rest', 100_000_00 - payKop)], rules).map(({ capKop, isOver }) => [
        capKop,
        isOver,
      ]);
    expect(over(30_000_00)).toEqual([
      [30_000_00, false],
      [null, false],
    ]);
    expect(over(30_000_01)[0]).toEqual([30_000_00, true]);
  });
});
