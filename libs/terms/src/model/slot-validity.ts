import { ALLOCATION_WAYS, LEGAL_FORMS, SLOTS, type SlotKey, type SlotUnit, type SlotValues } from './slots.js';

const MAX_COUNT = 10_000;
const MAX_DECIMALS = 6;
const MAX_HRYVNIAS = 1_000_000_000;

const CHOICES: { [K in SlotKey]?: readonly string[] } = {
  admittedLegalForms: LEGAL_FORMS,
  exclusionGround: ['non-delivery', 'budget-offence'],
  submissionForm: ['paper', 'electronic'],
  receptionCountedFrom: ['next-day', 'same-day'],
  postCountedBy: ['arrival', 'postmark'],
  admissionBy: ['commission', 'officer'],
  awardBy: ['commission', 'director'],
  scoringMode: ['every-member', 'k-of-n'],
  tieOrder: ['criterion-order', 'submitted-earlier', 'commission-vote'],
  resultCheck: ['commission', 'public'],
  noShow: ['evaluate-on-papers', 'commission-decides', 'out-of-rating'],
  partialAward: ['with-consent', 'never'],
  allocationWays: ALLOCATION_WAYS,
  substitution: ['next-in-rating', 'none'],
};

/** What a value of 'choice' or 'list' slots may be; empty for the other slots. */
export function choicesOf(key: SlotKey): readonly string[] {
  return CHOICES[key] ?? [];
}

const MAY_BE_UNLIMITED: readonly SlotKey[] = ['maxApplicationsPerOrganisation', 'adminCostCapPercent'];
/** Slots that would switch their own rule off at zero. */
const AT_LEAST_ONE: readonly SlotKey[] = [
  'maxApplicationsPerOrganisation',
  'partialConsentDays',
  'commissionMinMembers',
  'scoreScaleMax',
  'scoreStep',
  'secondLookDays',
  'lotSecretDays',
];

type Check = (key: SlotKey, value: unknown) => boolean;

const count: Check = (key, value) =>
  isLimit(key, value) || isInteger(value, AT_LEAST_ONE.includes(key) ? 1 : 0, MAX_COUNT);

const CHECKS: Record<SlotUnit, Check> = {
  months: count,
  years: count,
  'calendar-days': count,
  'working-days': count,
  'budget-periods': count,
  people: count,
  proposals: count,
  points: count,
  threshold: (_key, value) => value === 'none' || isInteger(value, 0, MAX_COUNT),
  percent: (key, value) => isLimit(key, value) || isInteger(value, 0, 100),
  hryvnias: (_key, value) => isInteger(value, 0, MAX_HRYVNIAS),
  share: (_key, value) => isRecord(value) && isShare(value),
  'day-of-year': (_key, value) => isRecord(value) && isYearlyDay(value),
  'yes-no': (_key, value) => typeof value === 'boolean',
  choice: (key, value) => choicesOf(key).includes(value as string),
  list: (key, value) => Array.isArray(value) && value.length > 0 && isSubset(value, choicesOf(key)),
  rounding: (_key, value) =>
    isRecord(value) &&
    isInteger(value.decimals, 0, MAX_DECIMALS) &&
    value.mode === 'half-up' &&
    value.ranking === 'exact',
};

/** True when the value may stand in the slot; use it on everything that comes from a form or a file. */
export function isSlotValue<K extends SlotKey>(key: K, value: unknown): value is SlotValues[K] {
  return CHECKS[SLOTS[key].unit](key, value);
}

function isLimit(key: SlotKey, value: unknown): boolean {
  return value === 'none' && MAY_BE_UNLIMITED.includes(key);
}

function isInteger(value: unknown, min: number, max: number): boolean {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isShare({ rule, numerator, denominator, of }: Record<string, unknown>): boolean {
  return (
    ['more-than', 'at-least'].includes(rule as string) &&
    ['all', 'present', 'maximum'].includes(of as string) &&
    isInteger(denominator, 1, MAX_COUNT) &&
    isInteger(numerator, 0, denominator as number)
  );
}

function isYearlyDay({ month, day, yearsBefore }: Record<string, unknown>): boolean {
  return isInteger(month, 1, 12) && isInteger(day, 1, 31) && isInteger(yearsBefore, 0, 2);
}

function isSubset(values: unknown[], allowed: readonly string[]): boolean {
  return new Set(values).size === values.length && values.every((value) => allowed.includes(value as string));
}
