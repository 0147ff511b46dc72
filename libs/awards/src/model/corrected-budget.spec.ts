import { linesIn, type BudgetLine } from '#libs/applications';
import type { CompetitionSettings } from '#libs/competitions';
import { correctedLines, correctedProblems, type CorrectedMoney } from './corrected-budget.js';

const line = (title: string, priceKop: number, fundedKop: number): BudgetLine => ({
  ...{ group: '', category: '', title, unit: 'шт.', quantity: 1, priceKop, months: 1 },
  ...{ fundedKop, ownKop: priceKop - fundedKop, otherKop: 0 },
});
const SUBMITTED = linesIn({
  lines: [line('Оренда', 30_000_00, 20_000_00), line('Друк', 10_000_00, 10_000_00)],
  ...{ requestedKop: 30_000_00, ownKop: 10_000_00, totalKop: 40_000_00 },
});
const RULES = {
  ...{ capKop: 50_000_00, ownShareHundredths: 2500 },
  budgetRules: { groups: [], hasOtherSources: false, isByMonths: false },
} as unknown as CompetitionSettings;
const money = ({ quantity, priceKop, months, fundedKop, ownKop, otherKop }: BudgetLine): CorrectedMoney => ({
  ...{ quantity, priceKop, months, fundedKop, ownKop, otherKop },
});
const problems = (typed: CorrectedMoney[], offeredKop: number) =>
  correctedProblems(SUBMITTED, typed, offeredKop, RULES).map(({ field, code }) => `${field} ${code}`);

describe('a corrected budget', () => {
  it('rule 49: asks exactly what is offered, to the kopeck', () => {
    const less = [line('Оренда', 30_000_00, 15_000_00), line('Друк', 5_000_00, 5_000_00)].map(money);
    expect(problems(less, 20_000_00)).toEqual([]);
    expect(problems(less, 20_000_01)).toEqual(['sums sum-not-offered']);
  });

  it('rule 49: a line may be left out, and none may cost more than it was evaluated', () => {
    const without = [line('Оренда', 30_000_00, 20_000_00), { ...line('Друк', 0, 0), quantity: 0 }].map(money);
    expect(problems(without, 20_000_00)).toEqual([]);
    expect(correctedLines(SUBMITTED, without).map(({ title }) => title)).toEqual(['Оренда']);
    const dearer = [line('Оренда', 30_000_01, 20_000_00), { ...line('Друк', 0, 0), quantity: 0 }].map(money);
    expect(problems(dearer, 20_000_00)).toEqual(['lines[0][price] line-grown']);
  });

  it('rules 21, 23: a smaller sum frees nobody from balance and own share; rows keep their numbers', () => {
    const alone = [{ ...line('Оренда', 0, 0), quantity: 0 }, line('Друк', 8_000_00, 8_000_00)].map(money);
    expect(problems(alone, 8_000_00)).toEqual(['sums own-share']);
    const crooked = [
      { ...line('Оренда', 0, 0), quantity: 0 },
      { ...line('Друк', 8_000_00, 6_000_00), ownKop: 1 },
    ];
    expect(problems(crooked.map(money), 6_000_00)).toContain('lines[1][funded] line-unbalanced');
  });
});
