import { planOf2020 } from '#libs/measures';
import { instancesOf, slicesBetween } from './instances.js';

const drawn = (...args: Parameters<typeof instancesOf>) =>
  instancesOf(...args).map(
    ({ from, dueOn, slices }) => `${from}…${dueOn}: ${slices.map((one) => one.quarter).join('')}`,
  );

describe('due times of a measure', () => {
  it('follow from each shape of deadline of the seed', () => {
    expect(drawn({ kind: 'quarters', from: 4, to: 4 }, 2020)).toEqual(['2020-10-01…2020-12-31: 4']);
    expect(drawn({ kind: 'quarters', from: 2, to: 4 }, 2020)).toEqual(['2020-04-01…2020-12-31: 234']);
    expect(drawn({ kind: 'all-year' }, 2020)).toEqual(['2020-01-01…2020-12-31: 1234']);
    expect(drawn({ kind: 'month', month: 12 }, 2020)).toEqual(['2020-12-01…2020-12-31: 4']);
    expect(drawn({ kind: 'every-quarter' }, 2020)).toEqual([
      '2020-01-01…2020-03-31: 1',
      '2020-04-01…2020-06-30: 2',
      '2020-07-01…2020-09-30: 3',
      '2020-10-01…2020-12-31: 4',
    ]);
  });

  it('of the plan of 2020 are 23: nineteen measures have one, 4.1 has four', () => {
    const measures = planOf2020().directions.flatMap((direction) => direction.measures);
    const shapes = measures.map(({ deadline }) =>
      deadline.kind === 'every-quarter' ? instancesOf({ kind: 'every-quarter' }, 2020).length : 1,
    );
    expect(shapes.reduce((sum, count) => sum + count, 0)).toBe(23);
  });

  it('that were moved have a slice for each quarter that they touch, over the end of the year too', () => {
    expect(slicesBetween('2020-11-15', '2021-02-01')).toEqual([
      { year: 2020, quarter: 4, from: '2020-11-15', until: '2020-12-31' },
      { year: 2021, quarter: 1, from: '2021-01-01', until: '2021-02-01' },
    ]);
  });
});
