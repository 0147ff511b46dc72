import { layAllocation, type AdoptedLine, type RatedProposal } from './allocation.js';

const UAH = 100;
const proposal = (applicationId: string, place: number | null, uah: number, adopted: AdoptedLine | null = null) =>
  ({ applicationId, place, requestedKop: uah * UAH, adopted }) as RatedProposal;
const money = { potKop: 100 * UAH, capKop: 60 * UAH };

describe('the pot over the rating', () => {
  it('shows what is computed until the commission has decided', () => {
    const allocation = layAllocation(money, [proposal('a', 1, 60), proposal('b', 2, 50), proposal('c', null, 10)]);
    expect(allocation).toMatchObject({ amountKop: 60 * UAH, freedKop: 0, undecidedCount: 3 });
    expect(allocation.rows.map(({ outcome, restKop }) => [outcome, restKop / UAH])).toEqual([
      ['funded', 40],
      ['next', 40],
      ['not-funded', 40],
    ]);
  });

  it('keeps money that a rejection freed undistributed: nobody else gets it', () => {
    const rejected = { outcome: 'not-funded', amountKop: 0, reason: 'not-supported', note: '' } as const;
    const next = { outcome: 'next', amountKop: 0, reason: null, note: '' } as const;
    const allocation = layAllocation(money, [
      proposal('a', 1, 60, rejected),
      proposal('b', 2, 40),
      proposal('c', 3, 30, next),
    ]);
    expect(allocation).toMatchObject({ amountKop: 40 * UAH, freedKop: 60 * UAH, undecidedCount: 1 });
    expect(allocation.rows.map(({ outcome, restKop }) => [outcome, restKop / UAH])).toEqual([
      ['not-funded', 100],
      ['funded', 60],
      ['next', 60],
    ]);
  });
});
