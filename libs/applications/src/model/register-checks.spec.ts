import { registerChecks, type RegisterRecord, type RegisterRules } from './register-checks.js';

const source = { sourceTitle: 'Лист Держаудитслужби № 15', sourceOn: '2020-10-05' };
const record = (change: Partial<RegisterRecord>): RegisterRecord => ({
  ...{ kind: 'offences', year: 2019, title: 'Нецільове використання', party: null, happenedOn: '2019-05-05' },
  ...{ measure: 'other', note: null, ...source, ...change },
});
const undelivered = (year: number) => record({ kind: 'undelivered', year, measure: null, title: 'Сад' });
const grant = (title: string, year = 2020) => record({ kind: 'grants', year, title, measure: null, party: 'Фонд' });

const rules: RegisterRules = {
  ...{ budgetYear: 2020, exclusionPeriods: 2, exclusionGround: 'budget-offence' },
  coverage: { offences: [], undelivered: [], grants: [] },
};
const year = (from: number, until = '2020-10-05') => [{ from: `${from}-01-01`, until }];
const covered = { offences: year(2018), undelivered: year(2019), grants: year(2019) };

const checks = (records: RegisterRecord[], other: Partial<RegisterRules> = {}, title = 'Бібліотека їде в село') =>
  registerChecks({ title, records }, { ...rules, ...other });
const offence = (...of: Parameters<typeof checks>) => checks(...of)[0];
const delivery = (...of: Parameters<typeof checks>) => checks(...of)[1];
const otherSources = (...of: Parameters<typeof checks>) => checks(...of)[2];

describe('what the registers say', () => {
  it('rules 8, 10, 12: where no source covers the days it is «no data», never clean', () => {
    expect(checks([]).map(({ status }) => status)).toEqual(['no-data', 'no-data', 'no-data']);
    expect(checks([], { budgetYear: null, coverage: covered }).map(({ status }) => status)).toEqual([
      'no-data',
      'no-data',
      'no-data',
    ]);
  });

  it('rules 8, 10, 12: where a source covers the days, «no entries» until its last day', () => {
    for (const check of checks([], { coverage: covered }))
      expect(check).toMatchObject({ status: 'passed', data: { untilOn: '2020-10-05' } });
  });

  it('rule 8: an offence of 2018 with a measure bars in 2019 and 2020, not in 2021', () => {
    const found = [record({ year: 2018, happenedOn: '2018-12-31' })];
    const status = (budgetYear: number) => offence(found, { budgetYear }).status;
    expect([status(2018), status(2019), status(2020), status(2021)]).toEqual([
      'no-data',
      'failed',
      'failed',
      'no-data',
    ]);
    expect(offence(found).data).toEqual({ records: found });
  });

  it('rule 8: data that begin too late say nothing about the first of the two periods', () => {
    expect(offence([], { coverage: { ...covered, offences: year(2019) } }).status).toBe('no-data');
  });

  it('rule 8: rules whose ground is another leave an offence to the commission', () => {
    expect(offence([record({})], { exclusionGround: 'non-delivery' })).toMatchObject({ rule: 8, status: 'to-decide' });
  });

  it('rule 9: without a measure, or with a warning only, the commission decides and not the system', () => {
    for (const measure of ['none', 'warning'] as const)
      expect(offence([record({ measure })], { coverage: covered })).toMatchObject({ rule: 9, status: 'to-decide' });
  });

  it('rule 10: a project not delivered last year is for the commission, an older one is not', () => {
    expect(delivery([undelivered(2019)], { coverage: covered })).toMatchObject({ rule: 10, status: 'to-decide' });
    expect(delivery([undelivered(2018)], { coverage: covered }).status).toBe('passed');
  });

  it('rule 12: the same title paid by somebody else in the same year, however it is written', () => {
    const twin = grant('«БІБЛІОТЕКА, їде в село»');
    expect(otherSources([twin], { coverage: covered })).toMatchObject({ status: 'failed', data: { records: [twin] } });
    expect(otherSources([{ ...twin, kind: 'awards' }]).status).toBe('failed');
    expect(otherSources([{ ...twin, year: 2019 }], { coverage: covered }).status).toBe('passed');
  });

  it('rule 12: another project of the same year is shown, and fails nobody', () => {
    const other = grant('Літня школа');
    expect(otherSources([other], { coverage: covered })).toMatchObject({
      status: 'passed',
      data: { records: [other] },
    });
    expect(otherSources([other])).toMatchObject({ status: 'no-data', data: { records: [other] } });
  });
});
