import { ballotsOwed, countItem, isInRoom } from './attendance.js';
import type { Attendee, Ballot, ItemRow, Vote } from './session.js';

const half = { rule: 'more-than', numerator: 1, denominator: 2 } as const;
const session = {
  procedure: { quorum: { ...half, of: 'all' }, majority: { ...half, of: 'present' }, chairBreaksTie: true },
  membersTotal: 9,
} as const;
const left = new Date('2020-11-10T12:05:00Z');
const attendee = (number: number, change: Partial<Attendee> = {}): Attendee => ({
  personId: `p${number}`,
  role: number === 1 ? 'commission-chair' : 'commission-member',
  fullName: `Прізвище${number}`,
  signingName: '',
  isPresent: true,
  cameAt: null,
  leftAt: null,
  ...change,
});
const items = ['a', 'b'].map((id) => ({ id }) as ItemRow);
const ballot = (itemId: string, number: number, vote: Vote = 'for'): Ballot => ({
  itemId,
  personId: `p${number}`,
  vote,
  reason: '',
});

describe('who is in the room', () => {
  const five = [1, 2, 3, 4].map((number) => attendee(number)).concat(attendee(5, { leftAt: left }));

  it('keeps the vote of a person who left, and decides the rest without them', () => {
    const ballots = [1, 2, 3, 4, 5].map((n) => ballot('a', n)).concat([1, 2, 3, 4].map((n) => ballot('b', n)));
    expect(countItem(session, five, ballots, 'a')).toEqual({
      for: 5,
      against: 0,
      abstained: 0,
      recused: 0,
      result: 'adopted',
    });
    expect(countItem(session, five, ballots, 'b').result).toBe('no-quorum');
  });

  it('waits for those in the room only', () => {
    const ballots = [1, 2, 3].flatMap((n) => [ballot('a', n), ballot('b', n)]).concat(ballot('a', 4));
    expect(ballotsOwed(items, five, ballots)).toEqual([{ personId: 'p4', fullName: 'Прізвище4', missing: 1 }]);
  });

  it('does not count who never came', () => {
    expect([attendee(1), attendee(2, { isPresent: false }), attendee(3, { leftAt: left })].map(isInRoom)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
