import { nextGathering } from './daily-letter.js';

describe('when the daily letter goes', () => {
  it.each([
    ['later today', '2020-11-05T06:59:59Z', '2020-11-05T07:00:00.000Z'],
    ['tomorrow, when the hour has struck', '2020-11-05T07:00:00Z', '2020-11-06T07:00:00.000Z'],
    ['tomorrow of Kyiv, not of Greenwich', '2020-11-05T22:30:00Z', '2020-11-06T07:00:00.000Z'],
    ['by summer time', '2021-03-27T10:00:00Z', '2021-03-28T06:00:00.000Z'],
  ])('%s', (_, now, expected) => {
    expect(nextGathering(new Date(now), 9).toISOString()).toBe(expected);
  });
});
