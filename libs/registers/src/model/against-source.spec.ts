import { againstSource } from './against-source.js';
import { entryOf } from './register.js';
import { awards } from './registers/awards.js';

const SOURCE = { sourceOn: '2020-11-20' };
const row = (year: number, organisationName = 'ГО «Тепло рук»') => ({
  ...{ number: 2, cells: {}, problems: [], warnings: [] },
  values: entryOf({ edrpou: '32855961', organisationName, year }),
});
const names = new Map([['32855961', 'Громадська організація «Тепло рук»']]);

describe('a row against its source', () => {
  it('says nothing of a year after its document', () => {
    expect(againstSource(awards, row(2020), SOURCE, new Map()).problems).toEqual([]);
    expect(againstSource(awards, row(2035), SOURCE, new Map()).problems).toEqual([
      { code: 'year-after-source', field: 'year' },
    ]);
  });

  it('is remarked where the system knows the code by another name', () => {
    const other = againstSource(awards, row(2019, 'ГО «Зовсім інша назва»'), SOURCE, names);
    expect([other.problems, other.warnings.map(({ code }) => code)]).toEqual([[], ['other-name']]);
    const same = againstSource(awards, row(2019, 'громадська організація "Тепло  рук"'), SOURCE, names);
    expect(same.warnings).toEqual([]);
  });
});
