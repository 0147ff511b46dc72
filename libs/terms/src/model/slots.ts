/** Legal forms of an applicant, in the words of the law (rule 6). */
export const LEGAL_FORMS = ['public-association', 'separate-unit', 'creative-union', 'charity'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/**
 * Ways to lay the pot over the rating: strictly down the places; with a least or a largest sum for each priority or
 * district; or a portfolio, the set of projects with the most points for the money.
 */
export const ALLOCATION_WAYS = [
  'top-down',
  'priority-minimum',
  'priority-maximum',
  'district-minimum',
  'district-maximum',
  'portfolio',
] as const;
export type AllocationWay = (typeof ALLOCATION_WAYS)[number];

/** A part of something: «більше половини присутніх» = more-than 1/2 of present. Fractions stay exact. */
export interface Share {
  rule: 'more-than' | 'at-least';
  numerator: number;
  denominator: number;
  of: 'all' | 'present' | 'maximum';
}

/** A day of a year that stands before the budget year: 1 October, one year before. */
export interface YearlyDay {
  month: number;
  day: number;
  yearsBefore: number;
}

/** How a mean is shown; places are always decided by the exact fraction (rule 44). */
export interface Rounding {
  decimals: number;
  mode: 'half-up';
  ranking: 'exact';
}

/** A number, or 'none': the regulation sets no limit. */
export type Limit = number | 'none';

/** From how many points on something happens, or 'none': it never does. */
export type Threshold = number | 'none';

/** Everything a regulation may fix about a competition, with the type of its value. */
export interface SlotValues {
  minRegistrationAgeMonths: number;
  admittedLegalForms: LegalForm[];
  exclusionGround: 'non-delivery' | 'budget-offence';
  exclusionBudgetPeriods: number;
  doubleFundingForbidden: boolean;
  submissionForm: 'paper' | 'electronic';
  announcementDeadline: YearlyDay;
  receptionMinDays: number;
  receptionCountedFrom: 'next-day' | 'same-day';
  /** What came by post is in time by the day it arrived, or by the day it was posted. */
  postCountedBy: 'arrival' | 'postmark';
  maxApplicationsPerOrganisation: Limit;
  ownSharePercent: number;
  adminCostCapPercent: Limit;
  flawFixingWorkingDays: number;
  commissionMinMembers: number;
  termYears: number;
  csoShare: Share;
  commissionQuorum: Share;
  decisionMajority: Share;
  chairBreaksTie: boolean;
  onlineSessions: boolean;
  admissionBy: 'commission' | 'officer';
  scoringMode: 'every-member' | 'k-of-n';
  extraSheet: boolean;
  discussion: boolean;
  /** A proposal is looked at again when the sums of two sheets differ by more points than this. */
  wideSpreadPoints: Threshold;
  /** … or when the mean lies no farther from the passing score than this. */
  nearLinePoints: Threshold;
  secondLookDays: number;
  /** After the open defence everybody who has scored may amend the own sheet. */
  secondScore: boolean;
  /** Until the end of so many days after the last day of the defence; 0 = until the end of that day. */
  secondScoreDays: number;
  tieLot: boolean;
  /** How long the parties of a draw have to open what they put down. */
  lotSecretDays: number;
  publicVote: boolean;
  awardBy: 'commission' | 'director';
  scoreScaleMax: number;
  scoreStep: number;
  passingShare: Share;
  rounding: Rounding;
  tieOrder: ('criterion-order' | 'submitted-earlier' | 'commission-vote')[];
  /** Who learns how firmly the result stands: the commission alone, or everybody after the order. */
  resultCheck: 'commission' | 'public';
  noShow: 'evaluate-on-papers' | 'commission-decides' | 'out-of-rating';
  partialAward: 'with-consent' | 'never';
  /** Working days in which a partial award is agreed to, counted from when the organisation was told. */
  partialConsentDays: number;
  /** Ways to lay the pot over the rating that the commission may choose from. */
  allocationWays: AllocationWay[];
  substitution: 'next-in-rating' | 'none';
  additionalCompetition: boolean;
  publicationWorkingDays: number;
  challengeDays: number;
  expertSilenceDays: number;
  complaintDays: number;
  complaintAnswerDays: number;
  complaintExtensionDays: number;
  contractDays: number;
  budgetChangePercent: number;
  /** A payment of more than so many hryvnias is approved by two people. */
  twoApprovalsAboveUah: number;
  finalReportDays: number;
  conclusionDays: number;
  warningDays: number;
  objectionDays: number;
  refundDays: number;
}

export type SlotKey = keyof SlotValues;

export type SlotUnit =
  | 'months'
  | 'years'
  | 'calendar-days'
  | 'working-days'
  | 'budget-periods'
  | 'people'
  | 'proposals'
  | 'points'
  | 'threshold'
  | 'percent'
  | 'hryvnias'
  | 'share'
  | 'day-of-year'
  | 'yes-no'
  | 'list'
  | 'choice'
  | 'rounding';

export const SLOT_GROUPS = [
  'applicants',
  'reception',
  'deciders',
  'commission',
  'evaluation',
  'award',
  'afterwards',
] as const;
export type SlotGroup = (typeof SLOT_GROUPS)[number];

/** Where a slot stands on a page and what its number counts; the order here is the order on the page. */
export const SLOTS: { readonly [K in SlotKey]: { readonly group: SlotGroup; readonly unit: SlotUnit } } = {
  minRegistrationAgeMonths: { group: 'applicants', unit: 'months' },
  admittedLegalForms: { group: 'applicants', unit: 'list' },
  exclusionGround: { group: 'applicants', unit: 'choice' },
  exclusionBudgetPeriods: { group: 'applicants', unit: 'budget-periods' },
  doubleFundingForbidden: { group: 'applicants', unit: 'yes-no' },
  submissionForm: { group: 'reception', unit: 'choice' },
  announcementDeadline: { group: 'reception', unit: 'day-of-year' },
  receptionMinDays: { group: 'reception', unit: 'calendar-days' },
  receptionCountedFrom: { group: 'reception', unit: 'choice' },
  postCountedBy: { group: 'reception', unit: 'choice' },
  maxApplicationsPerOrganisation: { group: 'reception', unit: 'proposals' },
  ownSharePercent: { group: 'reception', unit: 'percent' },
  adminCostCapPercent: { group: 'reception', unit: 'percent' },
  flawFixingWorkingDays: { group: 'reception', unit: 'working-days' },
  admissionBy: { group: 'deciders', unit: 'choice' },
  scoringMode: { group: 'deciders', unit: 'choice' },
  extraSheet: { group: 'deciders', unit: 'yes-no' },
  discussion: { group: 'deciders', unit: 'yes-no' },
  wideSpreadPoints: { group: 'deciders', unit: 'threshold' },
  nearLinePoints: { group: 'deciders', unit: 'threshold' },
  secondLookDays: { group: 'deciders', unit: 'calendar-days' },
  secondScore: { group: 'deciders', unit: 'yes-no' },
  secondScoreDays: { group: 'deciders', unit: 'calendar-days' },
  tieLot: { group: 'deciders', unit: 'yes-no' },
  lotSecretDays: { group: 'deciders', unit: 'calendar-days' },
  publicVote: { group: 'deciders', unit: 'yes-no' },
  awardBy: { group: 'deciders', unit: 'choice' },
  commissionMinMembers: { group: 'commission', unit: 'people' },
  termYears: { group: 'commission', unit: 'years' },
  challengeDays: { group: 'commission', unit: 'calendar-days' },
  expertSilenceDays: { group: 'commission', unit: 'calendar-days' },
  csoShare: { group: 'commission', unit: 'share' },
  commissionQuorum: { group: 'commission', unit: 'share' },
  decisionMajority: { group: 'commission', unit: 'share' },
  chairBreaksTie: { group: 'commission', unit: 'yes-no' },
  onlineSessions: { group: 'commission', unit: 'yes-no' },
  scoreScaleMax: { group: 'evaluation', unit: 'points' },
  scoreStep: { group: 'evaluation', unit: 'points' },
  passingShare: { group: 'evaluation', unit: 'share' },
  rounding: { group: 'evaluation', unit: 'rounding' },
  tieOrder: { group: 'evaluation', unit: 'list' },
  resultCheck: { group: 'evaluation', unit: 'choice' },
  noShow: { group: 'evaluation', unit: 'choice' },
  allocationWays: { group: 'award', unit: 'list' },
  partialAward: { group: 'award', unit: 'choice' },
  partialConsentDays: { group: 'award', unit: 'working-days' },
  substitution: { group: 'award', unit: 'choice' },
  additionalCompetition: { group: 'award', unit: 'yes-no' },
  publicationWorkingDays: { group: 'afterwards', unit: 'working-days' },
  complaintDays: { group: 'afterwards', unit: 'calendar-days' },
  complaintAnswerDays: { group: 'afterwards', unit: 'calendar-days' },
  complaintExtensionDays: { group: 'afterwards', unit: 'calendar-days' },
  contractDays: { group: 'afterwards', unit: 'calendar-days' },
  budgetChangePercent: { group: 'afterwards', unit: 'percent' },
  twoApprovalsAboveUah: { group: 'afterwards', unit: 'hryvnias' },
  finalReportDays: { group: 'afterwards', unit: 'calendar-days' },
  conclusionDays: { group: 'afterwards', unit: 'calendar-days' },
  warningDays: { group: 'afterwards', unit: 'calendar-days' },
  objectionDays: { group: 'afterwards', unit: 'working-days' },
  refundDays: { group: 'afterwards', unit: 'calendar-days' },
};

export const SLOT_KEYS = Object.keys(SLOTS) as SlotKey[];
