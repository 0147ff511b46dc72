import { monthInWords, monthsOf } from './months.js';

describe('months of a project', () => {
  it('run from the first day to the last one, over a new year', () => {
    expect(monthsOf('2021-11-20', '2022-02-01', [], 'uk').map(({ value }) => value)).toEqual([
      '2021-11',
      '2021-12',
      '2022-01',
      '2022-02',
    ]);
  });

  it('keep a month that was chosen before the days moved', () => {
    expect(monthsOf('2021-02-01', '2021-02-28', ['2021-05', null], 'en')).toEqual([
      { value: '2021-02', text: 'February 2021' },
      { value: '2021-05', text: 'May 2021' },
    ]);
  });

  it('end somewhere, whatever the days are', () => {
    expect(monthsOf('2021-01-01', '2999-01-01', [], 'uk')).toHaveLength(36);
    expect(monthsOf(null, null, [], 'uk')).toEqual([]);
  });

  it('are named in the language of the page', () => {
    expect([monthInWords('2021-03', 'uk'), monthInWords('2021-03', 'en')]).toEqual(['березень 2021', 'March 2021']);
  });
});
