import { isEligible, requirementsOf, type Applicant, type ApplicantRules } from './eligibility.js';

const applicant: Applicant = {
  hasValidCode: true,
  legalForm: 'public-association',
  registeredOn: '2015-05-05',
  proposalCount: 0,
};
const rules: ApplicantRules = {
  admittedLegalForms: ['public-association', 'separate-unit', 'creative-union'],
  minRegistrationAgeMonths: 6,
  announcedOn: '2020-10-01',
  applicationsPerOrganisationMax: 1,
};
const unmet = (who: Partial<Applicant>, what: Partial<ApplicantRules> = {}) =>
  requirementsOf({ ...applicant, ...who }, { ...rules, ...what })
    .filter(({ isMet }) => !isMet)
    .map(({ rule }) => rule);

describe('who may take part', () => {
  it('an association of some years may', () => {
    expect(isEligible(requirementsOf(applicant, rules))).toBe(true);
    expect(requirementsOf(applicant, rules).map(({ rule }) => rule)).toEqual([5, 6, 7, 11]);
  });

  it('rule 5: a code with a wrong check digit may not', () => {
    expect(unmet({ hasValidCode: false })).toEqual([5]);
  });

  it('rule 6: a charity may only where the competition adds charities', () => {
    expect(unmet({ legalForm: 'charity' })).toEqual([6]);
    expect(unmet({ legalForm: 'charity' }, { admittedLegalForms: ['charity'] })).toEqual([]);
  });

  it('rule 7: announced 01.10.2020, registered 01.04.2020 passes and 02.04.2020 fails with N = 6', () => {
    expect(unmet({ registeredOn: '2020-04-01' })).toEqual([]);
    expect(unmet({ registeredOn: '2020-04-02' })).toEqual([7]);
  });

  it('rule 7: N = 24 of earlier rule sets, and none at all', () => {
    expect(unmet({ registeredOn: '2018-10-02' }, { minRegistrationAgeMonths: 24 })).toEqual([7]);
    expect(unmet({ registeredOn: '2020-09-30' }, { minRegistrationAgeMonths: null })).toEqual([]);
  });

  it('rule 11: no more proposals than the competition takes from one organisation', () => {
    expect(unmet({ proposalCount: 1 })).toEqual([11]);
    expect(unmet({ proposalCount: 1 }, { applicationsPerOrganisationMax: 2 })).toEqual([]);
    expect(unmet({ proposalCount: 40 }, { applicationsPerOrganisationMax: null })).toEqual([]);
  });

  it('rules 6, 7: form and age are left to the commission; rules 5, 11 stop at once', () => {
    const may = (change: Partial<Applicant>) => isEligible(requirementsOf({ ...applicant, ...change }, rules));
    expect(may({ legalForm: 'charity', registeredOn: '2020-09-30' })).toBe(true);
    expect(may({ hasValidCode: false })).toBe(false);
    expect(may({ proposalCount: 1 })).toBe(false);
  });

  it('names every reason at once', () => {
    expect(unmet({ hasValidCode: false, legalForm: 'charity', registeredOn: '2020-09-01', proposalCount: 3 })).toEqual([
      5, 6, 7, 11,
    ]);
  });
});
