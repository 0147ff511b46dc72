import { challengeWindow } from './challenge.js';

const competition = (state: string, days?: number) =>
  ({
    state,
    closesAt: new Date('2020-11-05T16:00:00Z'),
    ruleSet: { slots: days === undefined ? {} : { challengeDays: { value: days } } },
  }) as never;
const on = (day: string) => new Date(`${day}T10:00:00Z`);

describe('the window of a challenge', () => {
  it('counts calendar days of Kyiv from the closing, the last one included', () => {
    expect(challengeWindow(competition('scoring', 10), on('2020-11-15'))).toEqual({
      isOpen: true,
      untilOn: '2020-11-15',
    });
    expect(challengeWindow(competition('scoring', 10), on('2020-11-16')).isOpen).toBe(false);
  });

  it('lasts until the scoring starts where the rule set says nothing', () => {
    expect(challengeWindow(competition('admission'), on('2020-11-30'))).toEqual({ isOpen: true, untilOn: null });
    expect(challengeWindow(competition('scoring'), on('2020-11-06')).isOpen).toBe(false);
  });

  it('is closed while proposals are received and after the decision', () => {
    expect(challengeWindow(competition('announced', 10), on('2020-11-06')).isOpen).toBe(false);
    expect(challengeWindow(competition('decided', 90), on('2020-11-06')).isOpen).toBe(false);
  });
});
