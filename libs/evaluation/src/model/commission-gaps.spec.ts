import { commissionGaps } from './commission-gaps.js';

const seats = (members: number, csos: number) =>
  ['commission-chair', 'commission-secretary', ...Array.from({ length: members - 2 }, () => 'commission-member')].map(
    (role, index) => ({ role, isCsoRepresentative: index < csos }),
  );
const half = { rule: 'at-least', numerator: 1, denominator: 2, of: 'all' } as const;

describe('what a commission lacks', () => {
  it('needs at least the members of the rule set (rule 29)', () => {
    expect(commissionGaps(seats(6, 6), { minMembers: 7, csoShare: null })).toEqual(['too-few']);
    expect(commissionGaps(seats(7, 0), { minMembers: 7, csoShare: null })).toEqual([]);
  });

  it('needs a chair and a secretary whatever the rule set says', () => {
    expect(commissionGaps([], { minMembers: null, csoShare: null })).toEqual(['no-chair', 'no-secretary']);
  });

  it('counts the share of civil society exactly (rule 30)', () => {
    expect(commissionGaps(seats(8, 4), { minMembers: 7, csoShare: half })).toEqual([]);
    expect(commissionGaps(seats(9, 4), { minMembers: 7, csoShare: half })).toEqual(['cso-share']);
    expect(commissionGaps(seats(8, 4), { minMembers: 7, csoShare: { ...half, rule: 'more-than' } })).toEqual([
      'cso-share',
    ]);
  });
});
