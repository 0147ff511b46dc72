import { bareTitle, coveredUntil, type Measure, type Period } from '#libs/registers';
import type { Check } from './check.js';

/** An entry of a register of the authority about one organisation, with its source. Days are Kyiv days. */
export interface RegisterRecord {
  kind: 'offences' | 'undelivered' | 'grants' | 'awards';
  year: number;
  title: string;
  party: string | null;
  happenedOn: string | null;
  measure: Measure | null;
  note: string | null;
  sourceTitle: string;
  sourceOn: string;
}

/** What a competition asks of the registers; null = its rules say nothing about it. */
export interface RegisterRules {
  budgetYear: number | null;
  /** How many previous budget periods are looked at, and what in them bars an applicant. */
  exclusionPeriods: number | null;
  exclusionGround: string | null;
  /** The days about which a source has said everything. */
  coverage: { offences: readonly Period[]; undelivered: readonly Period[]; grants: readonly Period[] };
}

export interface KnownOfApplicant {
  title: string;
  records: readonly RegisterRecord[];
}

/** Two previous budget periods, where the rules of a competition name no other number (rule 8). */
export const EXCLUSION_PERIODS = 2;

/** What the registers say about an applicant. Where no source covers the days, the answer is «no data», never «clean». */
export function registerChecks(known: KnownOfApplicant, rules: RegisterRules): [Check, Check, Check] {
  return [budgetOffence(known, rules), nonDelivery(known, rules), otherSources(known, rules)];
}

/**
 * rule 8: an offence with a measure stricter than a warning in the previous periods is a ground to refuse;
 * rule 9: without such a measure the commission votes, and the system never decides by itself.
 */
function budgetOffence({ records }: KnownOfApplicant, rules: RegisterRules): Check {
  const { budgetYear, exclusionGround } = rules;
  if (budgetYear === null) return { key: 'budget-offence', rule: 8, status: 'no-data', data: {} };
  const from = budgetYear - (rules.exclusionPeriods ?? EXCLUSION_PERIODS);
  const found = records.filter(({ kind, year }) => kind === 'offences' && year >= from && year < budgetYear);
  if (found.length === 0) return looked('budget-offence', 8, rules.coverage.offences, `${from}-01-01`);
  const barring = found.filter(({ measure }) => measure === 'other');
  const isBarred = barring.length > 0 && exclusionGround === 'budget-offence';
  return {
    key: 'budget-offence',
    rule: barring.length > 0 ? 8 : 9,
    status: isBarred ? 'failed' : 'to-decide',
    data: { records: found },
  };
}

/** rule 10: a project funded last year and not delivered is for the commission. */
function nonDelivery({ records }: KnownOfApplicant, { budgetYear, coverage }: RegisterRules): Check {
  if (budgetYear === null) return { key: 'non-delivery', rule: 10, status: 'no-data', data: {} };
  const found = records.filter(({ kind, year }) => kind === 'undelivered' && year === budgetYear - 1);
  if (found.length > 0) return { key: 'non-delivery', rule: 10, status: 'to-decide', data: { records: found } };
  return looked('non-delivery', 10, coverage.undelivered, `${budgetYear - 1}-01-01`);
}

/** rule 12: the same title paid by somebody else in the same year. Grants of a year are given out from the year before on. */
function otherSources({ title, records }: KnownOfApplicant, { budgetYear, coverage }: RegisterRules): Check {
  if (budgetYear === null) return { key: 'other-sources', rule: 12, status: 'no-data', data: {} };
  const paid = records.filter(({ kind, year }) => (kind === 'grants' || kind === 'awards') && year === budgetYear);
  const twins = paid.filter((one) => bareTitle(one.title) === bareTitle(title));
  if (twins.length > 0) return { key: 'other-sources', rule: 12, status: 'failed', data: { records: twins } };
  const answer = looked('other-sources', 12, coverage.grants, `${budgetYear - 1}-01-01`);
  // Another project of the same year: a person sees whether it is the same one by another name.
  return { ...answer, data: { ...answer.data, records: paid } };
}

function looked(key: Check['key'], rule: number, periods: readonly Period[], from: string): Check {
  const untilOn = coveredUntil(periods, from);
  return untilOn === null
    ? { key, rule, status: 'no-data', data: {} }
    : { key, rule, status: 'passed', data: { untilOn } };
}
