import { addMonths } from '#libs/platform/clock';

/** What is known about an organisation. `registeredOn` is a Kyiv day. */
export interface Applicant {
  hasValidCode: boolean;
  legalForm: string;
  registeredOn: string;
  /** Kyiv day; null or left out while the organisation is there. */
  liquidatedOn?: string | null;
  /** Its proposals in this competition that are not withdrawn. */
  proposalCount: number;
}

/** What a competition asks of its applicants; null = no such limit. */
export interface ApplicantRules {
  admittedLegalForms: readonly string[];
  minRegistrationAgeMonths: number | null;
  announcedOn: string | null;
  applicationsPerOrganisationMax: number | null;
}

/** One requirement with its answer; the words are `applications:eligibility.<code>.met | .unmet`. */
export interface Requirement {
  rule: 5 | 6 | 7 | 11;
  code: 'code' | 'liquidated' | 'legal-form' | 'age' | 'count';
  isMet: boolean;
  data: Record<string, unknown>;
}

/** May the organisation take part, and why not: every requirement, met or not (rules 5–7, 11). */
export function requirementsOf(applicant: Applicant, rules: ApplicantRules): Requirement[] {
  const { minRegistrationAgeMonths: months, announcedOn, applicationsPerOrganisationMax: max } = rules;
  const found: Requirement[] = [
    { rule: 5, code: 'code', isMet: applicant.hasValidCode, data: {} },
    {
      rule: 6,
      code: 'legal-form',
      isMet: rules.admittedLegalForms.includes(applicant.legalForm),
      data: { legalForm: applicant.legalForm },
    },
  ];
  // rule 5: said only where it is in the way; an organisation that is no more enters no competition.
  if (applicant.liquidatedOn)
    found.push({ rule: 5, code: 'liquidated', isMet: false, data: { liquidatedOn: applicant.liquidatedOn } });
  if (months !== null && announcedOn !== null) {
    const { registeredOn } = applicant;
    // rule 7: not later than N calendar months before the announcement.
    const isMet = addMonths(registeredOn, months) <= announcedOn;
    found.push({ rule: 7, code: 'age', isMet, data: { count: months, registeredOn, announcedOn } });
  }
  if (max !== null) found.push({ rule: 11, code: 'count', isMet: applicant.proposalCount < max, data: { count: max } });
  return found;
}

/**
 * Legal form and age are for the commission: the system warns, and a refusal is a decision with a reason that can be
 * disputed (rules 6, 7, 37). A wrong code and one proposal too many leave nothing to decide.
 */
const FOR_THE_COMMISSION: readonly Requirement['rule'][] = [6, 7];

/** Nothing stands in the way of submitting. */
export const isEligible = (requirements: readonly Requirement[]): boolean => inTheWay(requirements).length === 0;

/** What stops an organisation at once; the rest is for the commission. */
export const inTheWay = (requirements: readonly Requirement[]): Requirement[] =>
  requirements.filter(({ isMet, rule }) => !isMet && !FOR_THE_COMMISSION.includes(rule));
