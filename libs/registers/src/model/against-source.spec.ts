import { againstSource } from './against-source.js';
import { entryOf, type Register } from './register.js';
import { awards } from './registers/awards.js';
import { undelivered } from './registers/undelivered.js';

const SOURCE = { sourceOn: '2020-11-20' };
const row = (year: number, organisationName = 'ГО «Тепло рук»') => ({
  ...{ number: 2, cells: {}, problems: [], warnings: [] },
  values: entryOf({ edrpou: '32855961', organisationName, year }),
});
const names = new Map([['32855961', 'Громадська організація «Тепло рук»']]);

describe('a row against its source', () => {
  it('says nothing of a year after its document, but for money that is decided ahead', () => {
    const LATER = [{ code: 'year-after-source', field: 'year' }];
    const problems = (register: Register, year: number) =>
      againstSource(register, row(year), SOURCE, new Map()).problems;
    expect([problems(undelivered, 2020), problems(undelivered, 2021)]).toEqual([[], LATER]);
    expect([problems(awards, 2021), problems(awards, 2022)]).toEqual([[], LATER]);
  });

  it('is remarked where the system knows the code by another name', () => {
    const other = againstSource(awards, row(2019, 'ГО «Зовсім інша назва»'), SOURCE, names);
    expect([other.problems, other.warnings.map(({ code }) => code)]).toEqual([[], ['other-name']]);
    const same = againstSource(awards, row(2019, 'громадська організація "Тепло  рук"'), SOURCE, names);
    expect(same.warnings).toEqual([]);
  });
});
