import { countVotes, peopleNeeded } from './voting.js';
import type { Ballot, Procedure } from './session.js';

const moreThanHalf = { rule: 'more-than', numerator: 1, denominator: 2, of: 'all' } as const;
const procedure: Procedure = {
  quorum: moreThanHalf,
  majority: { ...moreThanHalf, of: 'present' },
  chairBreaksTie: true,
};
const people = (count: number) => Array.from({ length: count }, (_, index) => `p${index + 1}`);
const ballots = (votes: string): Ballot[] =>
  [...votes].map((letter, index) => ({
    itemId: 'i',
    personId: `p${index + 1}`,
    vote: ({ f: 'for', a: 'against', n: 'abstained', r: 'recused' } as const)[letter as 'f'],
    reason: '',
  }));
const result = (votes: string, change: Partial<Procedure> = {}, total = 9) =>
  countVotes(
    { ...procedure, ...change },
    { membersTotal: total, presentIds: people(votes.length), chairId: 'p1' },
    ballots(votes),
  ).result;

describe('rule 30: quorum and majority', () => {
  it.each([
    [9, 5],
    [8, 5],
    [7, 4],
  ])('more than half of %i people is %i', (total, needed) => expect(peopleNeeded(moreThanHalf, total)).toBe(needed));

  it('at least two thirds of 9 is 6, of 10 is 7', () => {
    const share = { rule: 'at-least', numerator: 2, denominator: 3, of: 'all' } as const;
    expect([peopleNeeded(share, 9), peopleNeeded(share, 10)]).toEqual([6, 7]);
  });

  it('adopts by more than half of those who may vote', () => {
    expect(result('fffaa')).toBe('adopted');
    expect(result('ffnna')).toBe('rejected');
  });

  it('rules 32, 34: a recusal has no vote and may break the quorum', () => {
    expect(result('ffffr')).toBe('no-quorum');
    expect(result('fffffr')).toBe('adopted');
  });

  it('breaks a tie by the vote of the chair only where the rule set says so', () => {
    expect(result('fffaaa')).toBe('adopted');
    expect(result('aaafff')).toBe('rejected');
    expect(result('fffaaa', { chairBreaksTie: false })).toBe('rejected');
  });

  it('counts a majority of all members where the rule set says so', () => {
    expect(result('ffffa', { majority: moreThanHalf })).toBe('rejected');
    expect(result('fffffa', { majority: moreThanHalf })).toBe('adopted');
  });
});
