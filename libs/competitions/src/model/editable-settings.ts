import type { RuleSet } from '#libs/terms';
import type { CompetitionRow } from './competition.js';
import type { Priority } from './criterion.js';
import type { NewCriterion } from './default-criteria.js';

/** The settings an officer may fill in, and the column of each. */
export const EDITABLE_COLUMNS = {
  measureId: 'measure_id',
  coOrganiserId: 'co_organiser_id',
  jointOrderNumber: 'joint_order_number',
  jointOrderOn: 'joint_order_on',
  title: 'title',
  titleEn: 'title_en',
  purpose: 'purpose',
  purposeEn: 'purpose_en',
  orderNumber: 'order_number',
  orderOn: 'order_on',
  budgetProgramme: 'budget_programme',
  budgetYear: 'budget_year',
  potKop: 'pot_kop',
  capKop: 'cap_kop',
  ownShareHundredths: 'own_share_hundredths',
  budgetRules: 'budget_rules',
  applicationsPerOrganisationMax: 'applications_per_organisation_max',
  admittedLegalForms: 'admitted_legal_forms',
  charityBasis: 'charity_basis',
  elsewhereName: 'elsewhere_name',
  elsewhereUrl: 'elsewhere_url',
  voteName: 'vote_name',
  voteUrl: 'vote_url',
  supportedActivities: 'supported_activities',
  targetGroups: 'target_groups',
  scoringMode: 'scoring_mode',
  expertsPerApplication: 'experts_per_application',
  passingHundredths: 'passing_hundredths',
  tieOrder: 'tie_order',
  announcedOn: 'announced_on',
  opensAt: 'opens_at',
  closesAt: 'closes_at',
  inquiriesUntil: 'inquiries_until',
  admissionUntil: 'admission_until',
  scoringFrom: 'scoring_from',
  scoringUntil: 'scoring_until',
  defenceOn: 'defence_on',
  decisionUntil: 'decision_until',
  projectsFrom: 'projects_from',
  projectsUntil: 'projects_until',
  place: 'place',
  contactName: 'contact_name',
  contactPhone: 'contact_phone',
  contactEmail: 'contact_email',
  lateAnnouncementReason: 'late_announcement_reason',
  formOrderNumber: 'form_order_number',
  formOrderOn: 'form_order_on',
} as const satisfies Partial<Record<keyof CompetitionRow, string>>;

type EditableColumn = keyof typeof EDITABLE_COLUMNS;

/** What one save changes: only the settings that are named. */
export type SettingsChange = Partial<Pick<CompetitionRow, EditableColumn>> & {
  ruleSet?: RuleSet;
  criteria?: NewCriterion[];
  priorities?: Pick<Priority, 'title' | 'description'>[];
};

/** The columns that a change touches, with their new values. */
export function columnsOf(change: SettingsChange): { column: string; value: unknown }[] {
  const named = (Object.keys(EDITABLE_COLUMNS) as EditableColumn[])
    .filter((name) => change[name] !== undefined)
    .map((name) => ({ column: EDITABLE_COLUMNS[name] as string, value: stored(name, change[name]) }));
  return change.ruleSet ? [...named, ...ruleSetColumns(change.ruleSet)] : named;
}

/** A list of objects is JSON; the driver would make an array of PostgreSQL of it. */
const stored = (name: EditableColumn, value: unknown): unknown =>
  name === 'targetGroups' ? JSON.stringify(value) : value;

function ruleSetColumns(ruleSet: RuleSet): { column: string; value: unknown }[] {
  return [
    { column: 'rule_set_key', value: ruleSet.key },
    { column: 'rule_set', value: JSON.stringify(ruleSet) },
  ];
}
