import { coveredUntil } from './coverage.js';

const period = (from: string, until: string) => ({ from, until });

describe('covered days', () => {
  it('rule 8: reach as far as the periods follow one another without a gap', () => {
    const periods = [
      period('2019-07-01', '2020-03-31'),
      period('2018-01-01', '2019-06-30'),
      period('2020-05-01', '2020-12-31'),
    ];
    expect(coveredUntil(periods, '2018-01-01')).toBe('2020-03-31');
    expect(coveredUntil(periods, '2020-04-01')).toBeNull();
  });

  it('may overlap, and one that lies inside another changes nothing', () => {
    const periods = [
      period('2018-01-01', '2020-01-01'),
      period('2018-06-01', '2018-07-01'),
      period('2019-01-01', '2020-10-05'),
    ];
    expect(coveredUntil(periods, '2018-02-02')).toBe('2020-10-05');
  });

  it('are none when the first day is not covered', () => {
    expect(coveredUntil([], '2018-01-01')).toBeNull();
    expect(coveredUntil([period('2018-01-02', '2020-10-05')], '2018-01-01')).toBeNull();
    expect(coveredUntil([period('2016-01-01', '2017-12-31')], '2018-01-01')).toBeNull();
  });
});
