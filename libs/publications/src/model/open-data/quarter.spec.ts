import { dueOn, nameOf, quarterOf, quartersBefore } from './quarter.js';

describe('a quarter of public spending', () => {
  it('rule 67: is due 35 days after it: the second one of 2020 on 4 August', () => {
    expect(dueOn(quarterOf('2020-2')!)).toBe('2020-08-04');
    expect(dueOn(quarterOf('2020-4')!)).toBe('2021-02-04');
  });

  it('goes from its first to its last day', () => {
    expect(quarterOf('2020-1')).toEqual({ year: 2020, number: 1, from: '2020-01-01', until: '2020-03-31' });
    expect(quarterOf('2020-4')).toEqual({ year: 2020, number: 4, from: '2020-10-01', until: '2020-12-31' });
  });

  it.each(['2020-0', '2020-5', '20-1', '2020-1.csv', '', '1999-1'])('«%s» is none', (name) => {
    expect(quarterOf(name)).toBeNull();
  });

  it('those that are over, the latest first', () => {
    expect(quartersBefore('2020-11-25', 4).map(nameOf)).toEqual(['2020-3', '2020-2', '2020-1', '2019-4']);
    expect(quartersBefore('2021-01-01', 1).map(nameOf)).toEqual(['2020-4']);
  });
});
