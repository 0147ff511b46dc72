import { checksOf, needsReason, type AdmissionRules, type SubmittedProposal } from './admission-checks.js';
import { COMPUTED_CHECKS } from './check.js';
import type { Indicator } from './frozen-proposal.js';

const indicator = (kind: Indicator['kind'], change: Partial<Indicator> = {}): Indicator => ({
  kind,
  title: 'Учасники',
  unit: 'осіб',
  baseline: '0',
  planned: '60',
  source: 'списки учасників',
  ...change,
});
const line = {
  group: '',
  category: 'послуги',
  title: 'Оренда зали',
  unit: 'год',
  quantity: 11,
  months: 1,
  priceKop: 600_000,
  fundedKop: 4_950_000,
  ownKop: 1_650_000,
  otherKop: 0,
};
const proposal: SubmittedProposal = {
  hasValidCode: true,
  legalForm: 'public-association',
  registeredOn: '2015-05-05',
  proposalCount: 0,
  right: {
    isVerified: true,
    verifiedByName: 'Кравець Олена',
    verifiedInName: 'Департамент',
    verifiedAt: new Date('2020-11-06T09:00:00Z'),
  },
  nonProfitSign: '0032',
  title: 'Бібліотека їде в село',
  records: [],
  sameTitleCodes: [],
  submittedAt: new Date('2020-11-05T16:00:00.900Z'),
  startOn: '2021-02-01',
  endOn: '2021-11-30',
  requestedKop: 4_950_000,
  ownKop: 1_650_000,
  totalKop: 6_600_000,
  lines: [line],
  indicators: [indicator('quantitative'), indicator('qualitative')],
};
const rules: AdmissionRules = {
  admittedLegalForms: ['public-association', 'separate-unit', 'creative-union'],
  minRegistrationAgeMonths: 6,
  announcedOn: '2020-10-01',
  applicationsPerOrganisationMax: 1,
  closesAt: new Date('2020-11-05T16:00:00Z'),
  capKop: 5_000_000,
  ownShareHundredths: 2_500,
  budgetRules: { groups: [], hasOtherSources: false, isByMonths: false },
  budgetYear: 2021,
  exclusionPeriods: 2,
  exclusionGround: 'budget-offence',
  coverage: { offences: [], undelivered: [], grants: [] },
  projectsFrom: '2021-01-15',
  projectsUntil: '2021-12-10',
};

type Key = (typeof COMPUTED_CHECKS)[number];
const check = (key: Key, change: Partial<SubmittedProposal> = {}, other: Partial<AdmissionRules> = {}) =>
  checksOf({ ...proposal, ...change }, { ...rules, ...other }).find((one) => one.key === key)!;
const status = (...of: Parameters<typeof check>) => check(...of).status;

describe('checks of admission', () => {
  it('shows every check once, in the order of the rules', () => {
    const checks = checksOf(proposal, rules);
    expect(checks.map(({ key }) => key)).toEqual(COMPUTED_CHECKS.filter((key) => key !== 'cost-groups'));
    expect(checks.map(({ rule }) => rule)).toEqual([5, 5, 5, 6, 7, 8, 10, 11, 12, 12, 13, 16, 21, 22, 23, 25, 26]);
    expect(needsReason(checks)).toBe(false);
  });

  it('say that nobody has verified the right to act, and fail nobody for it', () => {
    const right = { isVerified: false, verifiedByName: '', verifiedInName: '', verifiedAt: null };
    expect(check('right-to-act', { right }).status).toBe('no-data');
    expect(check('right-to-act', {}).data).toMatchObject({ by: 'Кравець Олена, Департамент' });
  });

  it('mark an organisation that is no more, for the commission', () => {
    expect(check('liquidated', { liquidatedOn: '2020-11-01' })).toMatchObject({
      status: 'failed',
      data: { liquidatedOn: '2020-11-01' },
    });
  });

  it('rule 5: the code has its check digit', () => {
    expect([status('code'), status('code', { hasValidCode: false })]).toEqual(['passed', 'failed']);
  });

  it('rule 6: a charity only where charities are admitted', () => {
    const charity = { legalForm: 'charity', nonProfitSign: '0036' };
    const admitting = { admittedLegalForms: [...rules.admittedLegalForms, 'charity'] };
    expect(status('legal-form', charity)).toBe('failed');
    expect(status('legal-form', charity, admitting)).toBe('passed');
  });

  it('rule 7: six months before the announcement of 01.10.2020', () => {
    expect(status('age', { registeredOn: '2020-04-01' })).toBe('passed');
    expect(status('age', { registeredOn: '2020-04-02' })).toBe('failed');
    expect(status('age', {}, { minRegistrationAgeMonths: null })).toBe('no-data');
  });

  it('rule 11: not more proposals than the competition takes', () => {
    expect(status('count', { proposalCount: 1 })).toBe('failed');
    expect(status('count', { proposalCount: 1 }, { applicationsPerOrganisationMax: 2 })).toBe('passed');
    expect(status('count', {}, { applicationsPerOrganisationMax: null })).toBe('no-data');
  });

  it('rule 12: names the proposals with the same title', () => {
    expect(check('same-project', { sameTitleCodes: ['3.2-2021/004', '3.2-2021/011'] })).toEqual({
      key: 'same-project',
      rule: 12,
      status: 'failed',
      data: { codes: '3.2-2021/004, 3.2-2021/011' },
    });
  });

  it('rule 13: the sign of a non-profit body', () => {
    const admitting = { admittedLegalForms: ['charity'] };
    const statuses = (...of: Partial<AdmissionRules>[]) =>
      ['0032', '0034', '0036', '0038', '0039'].map((nonProfitSign) => status('non-profit', { nonProfitSign }, ...of));
    expect(statuses()).toEqual(['passed', 'passed', 'failed', 'failed', 'failed']);
    expect(statuses(admitting)).toEqual(['passed', 'passed', 'passed', 'failed', 'failed']);
    expect(check('non-profit', { nonProfitSign: '0038' })).toMatchObject({
      ...{ rule: 13, data: { sign: '0038', signs: '0032, 0034' } },
    });
  });

  it('rule 24: asked where a group of costs has a cap, and names the group that is over it', () => {
    const group = { key: 'pay', title: 'Оплата праці', titleEn: '', capHundredths: 3000, isAdministrative: false };
    const budgetRules = { ...rules.budgetRules, groups: [group, { ...group, key: 'rest', capHundredths: null }] };
    const lines = (pay: string) => [{ ...line, group: pay }];
    expect(check('cost-groups')).toBeUndefined();
    expect(status('cost-groups', { lines: lines('rest') }, { budgetRules })).toBe('passed');
    expect(check('cost-groups', { lines: lines('pay') }, { budgetRules })).toMatchObject({
      status: 'failed',
      data: { groups: 'Оплата праці' },
    });
  });

  it('rule 16: the second of the closing is still in time', () => {
    expect(status('in-time')).toBe('passed');
    expect(status('in-time', { submittedAt: new Date('2020-11-05T16:00:01Z') })).toBe('failed');
    expect(status('in-time', { submittedAt: null })).toBe('no-data');
  });

  it('rule 21: one kopeck off fails, in a line or in the total', () => {
    expect(status('sums')).toBe('passed');
    expect(status('sums', { lines: [{ ...line, ownKop: 1_650_001 }] })).toBe('failed');
    expect(status('sums', { totalKop: 6_600_001 })).toBe('failed');
    expect(status('sums', { lines: null })).toBe('no-data');
  });

  it('rule 22: the cap itself passes, a kopeck more fails', () => {
    expect(status('cap', { requestedKop: 5_000_000 })).toBe('passed');
    expect(status('cap', { requestedKop: 5_000_001 })).toBe('failed');
  });

  it('rule 23: with 25 %, 49 500 of 66 000 passes, of 65 999 fails', () => {
    expect(status('own-share')).toBe('passed');
    expect(status('own-share', { ownKop: 1_649_900, totalKop: 6_599_900 })).toBe('failed');
  });

  it('rule 25: inside the days of projects', () => {
    expect(status('dates', { startOn: '2021-01-15', endOn: '2021-12-10' })).toBe('passed');
    expect(status('dates', { endOn: '2021-12-11' })).toBe('failed');
    expect(status('dates', { startOn: '2021-12-01', endOn: '2021-11-30' })).toBe('failed');
    expect(status('dates', { endOn: '2022-01-01' }, { projectsUntil: null })).toBe('failed');
    expect(status('dates', {}, { projectsFrom: null, budgetYear: null })).toBe('no-data');
  });

  it('rule 26: one indicator of each kind with a planned value and a source', () => {
    expect(status('indicators', { indicators: [indicator('quantitative')] })).toBe('failed');
    const withoutSource = [indicator('quantitative'), indicator('qualitative', { source: '' })];
    expect(check('indicators', { indicators: withoutSource })).toMatchObject({
      status: 'failed',
      data: { quantitative: 1, qualitative: 0 },
    });
  });
});
