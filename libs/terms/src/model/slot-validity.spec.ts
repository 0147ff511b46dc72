import { isSlotValue } from './slot-validity.js';
import type { SlotKey } from './slots.js';

describe('what a slot may hold', () => {
  it.each<[SlotKey, unknown, boolean]>([
    ['receptionMinDays', 30, true],
    ['receptionMinDays', 2.5, false],
    ['receptionMinDays', -1, false],
    ['receptionMinDays', '30', false],
    ['receptionMinDays', 'none', false],
    ['maxApplicationsPerOrganisation', 'none', true],
    ['maxApplicationsPerOrganisation', 0, false],
    ['ownSharePercent', 0, true],
    ['ownSharePercent', 100, true],
    ['ownSharePercent', 101, false],
    ['chairBreaksTie', 'true', false],
    ['scoringMode', 'k-of-n', true],
    ['scoringMode', 'lottery', false],
    ['tieOrder', ['commission-vote'], true],
    ['tieOrder', [], false],
    ['passingShare', { rule: 'at-least', numerator: 3, denominator: 5, of: 'maximum' }, true],
    ['passingShare', { rule: 'at-least', numerator: 6, denominator: 5, of: 'maximum' }, false],
    ['passingShare', { rule: 'at-least', numerator: 0, denominator: 0, of: 'maximum' }, false],
    ['passingShare', null, false],
    ['announcementDeadline', { month: 13, day: 1, yearsBefore: 1 }, false],
    ['rounding', { decimals: 2, mode: 'half-up', ranking: 'rounded' }, false],
  ])('%s: %j -> %s', (key, value, possible) => {
    expect(isSlotValue(key, value)).toBe(possible);
  });
});
