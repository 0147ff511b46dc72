import { chooseRuleSet } from './choose-rule-set.js';

describe('the preset offered for an announcement day (rule 2)', () => {
  it.each([
    ['2011-10-12', '1049-2011'],
    ['2016-03-16', '1049-2016'],
    ['2018-12-26', '1049-2016'],
    ['2018-12-27', '1049-2018-12'],
    ['2019-12-20', '1049-2019'],
    ['2020-10-15', '1049-2020'],
    ['2021-08-03', '1049-2020'],
    ['2021-08-04', '1049-2021'],
    ['2022-07-29', '1049-2022'],
    ['2030-01-01', '1049-2025'],
  ])('%s is held under %s', (day, key) => {
    expect(chooseRuleSet(day)?.key).toBe(key);
  });

  it('offers nothing for days that no preset covers', () => {
    expect(chooseRuleSet('2011-10-11')).toBeNull();
    expect(chooseRuleSet('2014-05-01')).toBeNull();
  });
});
