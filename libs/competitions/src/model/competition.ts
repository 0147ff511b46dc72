import { toSafeInteger } from '#libs/platform/money';
import type { LegalForm, RuleSet, RuleSetKey } from '#libs/terms';
import { readBudgetRules, type BudgetRules } from './budget-rules.js';
import type { TargetGroup } from './target-groups.js';

export const COMPETITION_STATES = [
  'draft',
  'announced',
  'admission',
  'scoring',
  'rated',
  'decided',
  'suspended',
  'cancelled',
  'not-held',
] as const;
export type CompetitionState = (typeof COMPETITION_STATES)[number];

export const SCORING_MODES = ['every-member', 'k-of-n'] as const;
export type ScoringMode = (typeof SCORING_MODES)[number];

/**
 * A competition without its criteria, priorities and form. A draft may lack anything but the title.
 * `…Kop` are kopecks, `…Hundredths` hundredths of a percent or of a point, `…On` Kyiv days, `…At` instants.
 */
export interface CompetitionRow {
  id: string;
  organiserId: string;
  /** The earlier competition it was copied from. */
  copiedFromId: string | null;
  /** For learning: marked everywhere, outside everything public, and erased when it is no longer needed. */
  isRehearsal: boolean;
  /** A second authority, by a joint order: it reads and prepares, the organiser decides. */
  coOrganiserId: string | null;
  jointOrderNumber: string | null;
  jointOrderOn: string | null;
  measureId: string | null;
  state: CompetitionState;
  /** Where an act stopped it; null while it moves. */
  stoppedFrom: CompetitionState | null;
  stoppedAt: Date | null;
  version: number;
  code: string | null;
  title: string;
  titleEn: string | null;
  purpose: string | null;
  purposeEn: string | null;
  ruleSetKey: RuleSetKey | null;
  /** The working copy of a draft; frozen at the announcement (rule 1). */
  ruleSet: RuleSet | null;
  ruleSetSha256: string | null;
  orderNumber: string | null;
  orderOn: string | null;
  budgetProgramme: string | null;
  budgetYear: number | null;
  potKop: number | null;
  capKop: number | null;
  ownShareHundredths: number | null;
  budgetRules: BudgetRules;
  applicationsPerOrganisationMax: number | null;
  admittedLegalForms: LegalForm[];
  charityBasis: string | null;
  /** Where the call runs when it does not run here: its name and address; then no proposals are taken here. */
  elsewhereName: string | null;
  elsewhereUrl: string | null;
  /** Where citizens vote, when the conditions name a vote. */
  voteName: string | null;
  voteUrl: string | null;
  supportedActivities: string[];
  /** None = for everybody. */
  targetGroups: TargetGroup[];
  scoringMode: ScoringMode | null;
  expertsPerApplication: number | null;
  passingHundredths: number | null;
  /** Steps that part equal sums, in order: `criterion:<key>` or `submitted-earlier`. */
  tieOrder: string[];
  announcedOn: string | null;
  opensAt: Date | null;
  closesAt: Date | null;
  /** Last Kyiv day for questions about the call; null = until the reception is over. */
  inquiriesUntil: string | null;
  admissionUntil: string | null;
  scoringFrom: Date | null;
  scoringUntil: Date | null;
  defenceOn: string | null;
  decisionUntil: string | null;
  projectsFrom: string | null;
  projectsUntil: string | null;
  place: string | null;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  lateAnnouncementReason: string | null;
  /** The order that approves the form (rule 20); without one the order of the competition does. */
  formOrderNumber: string | null;
  formOrderOn: string | null;
  /** Counts the steps of building the form. */
  formRevision: number;
  createdAt: Date;
  publishedAt: Date | null;
  receptionClosedAt: Date | null;
  decidedAt: Date | null;
}

/** The columns of competitions.competition as a row; `readCompetition` makes a CompetitionRow of it. */
export const COMPETITION_COLUMNS = `
  id, organiser_id as "organiserId", copied_from_id as "copiedFromId", is_rehearsal as "isRehearsal", co_organiser_id as "coOrganiserId",
  joint_order_number as "jointOrderNumber", joint_order_on::text as "jointOrderOn", measure_id as "measureId", state,
  stopped_from as "stoppedFrom", stopped_at as "stoppedAt", version, code, title, title_en as "titleEn",
  purpose, purpose_en as "purposeEn", rule_set_key as "ruleSetKey", rule_set as "ruleSet",
  rule_set_sha256 as "ruleSetSha256", order_number as "orderNumber", order_on::text as "orderOn",
  budget_programme as "budgetProgramme", budget_year as "budgetYear", pot_kop as "potKop", cap_kop as "capKop",
  own_share_hundredths as "ownShareHundredths", budget_rules as "budgetRules",
  applications_per_organisation_max as "applicationsPerOrganisationMax",
  admitted_legal_forms as "admittedLegalForms", charity_basis as "charityBasis",
  elsewhere_name as "elsewhereName", elsewhere_url as "elsewhereUrl", vote_name as "voteName", vote_url as "voteUrl",
  supported_activities as "supportedActivities", target_groups as "targetGroups", scoring_mode as "scoringMode",
  experts_per_application as "expertsPerApplication", passing_hundredths as "passingHundredths",
  tie_order as "tieOrder", announced_on::text as "announcedOn", opens_at as "opensAt", closes_at as "closesAt",
  inquiries_until::text as "inquiriesUntil",
  admission_until::text as "admissionUntil", scoring_from as "scoringFrom", scoring_until as "scoringUntil",
  defence_on::text as "defenceOn", decision_until::text as "decisionUntil",
  projects_from::text as "projectsFrom", projects_until::text as "projectsUntil", place,
  contact_name as "contactName", contact_phone as "contactPhone", contact_email as "contactEmail",
  late_announcement_reason as "lateAnnouncementReason", form_order_number as "formOrderNumber",
  form_order_on::text as "formOrderOn", form_revision as "formRevision", created_at as "createdAt", published_at as "publishedAt",
  reception_closed_at as "receptionClosedAt", decided_at as "decidedAt"`;

/** How far it came: an act that stops a competition hides nothing that was open to read. */
export const stageOf = ({
  state,
  stoppedFrom,
}: Pick<CompetitionRow, 'state'> & Partial<Pick<CompetitionRow, 'stoppedFrom'>>): CompetitionState =>
  stoppedFrom ?? state;

type StoredRow = Omit<CompetitionRow, 'potKop' | 'capKop' | 'budgetRules'> & {
  potKop: string | null;
  capKop: string | null;
  budgetRules: Partial<BudgetRules>;
};

export function readCompetition(stored: StoredRow): CompetitionRow {
  const budgetRules = readBudgetRules(stored.budgetRules);
  return { ...stored, potKop: kop(stored.potKop), capKop: kop(stored.capKop), budgetRules };
}

const kop = (value: string | null): number | null => (value === null ? null : toSafeInteger(value));
