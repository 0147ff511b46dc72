import type { EnvelopeState } from './envelope.js';
import type { Answers } from './answers.js';
import type { NotCarried } from './carry-over.js';
import type { Reach } from './reach.js';
import type { Rights } from './rights.js';
import { toSafeInteger } from '#libs/platform/money';

export const APPLICATION_STATES = ['draft', 'submitted', 'withdrawn', 'admitted', 'refused'] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** `at` is ISO 8601. */
export interface LastEdit {
  by: string;
  at: string;
}

/** A proposal («конкурсна пропозиція») as its organisation writes it, with what its competition says about it now. */
export interface ApplicationRow {
  id: string;
  competitionId: string;
  organisationId: string;
  organisationName: string;
  state: ApplicationState;
  /** Counts every saved change of the whole form. */
  version: number;
  /** Counts the saved changes of one page of the form. */
  partVersions: Record<string, number>;
  /** Who saved each page of the form last, and when. */
  partEdits: Record<string, LastEdit>;
  createdAt: Date;
  updatedAt: Date;
  title: string;
  priorityId: string | null;
  /** Kyiv days of the project. */
  startOn: string | null;
  endOn: string | null;
  reach: Reach[];
  answers: Answers;
  /** What people of the organisation may do with it. */
  rights: Rights;
  /** What had no place in it, when it began as an earlier proposal; null = nothing, or it was read. */
  notCarried: NotCarried[] | null;
  /** The last version of the form whose changes its writers have seen. */
  formVersion: number;
  requestedKop: number;
  ownKop: number;
  totalKop: number;
  registerCode: string | null;
  submittedAt: Date | null;
  /** Number of the last submission, and the `version` that it froze. */
  submissionNumber: number | null;
  submittedVersion: number | null;
  decisionReason: string | null;
  decidedAt: Date | null;
  /** How far its envelope is, when it came on paper; null = it came through the portal. */
  paper: EnvelopeState | null;
  organiserId: string;
  coOrganiserId: string | null;
  competitionState: string;
  /** How far the competition came, also when an act has stopped it since. */
  competitionStage: string;
  opensAt: Date | null;
  closesAt: Date | null;
}

/** True when the form holds changes that were not sent with the last submission. */
export function hasUnsentChanges(application: Pick<ApplicationRow, 'version' | 'submittedVersion'>): boolean {
  return application.submittedVersion !== null && application.version !== application.submittedVersion;
}

/** An officer types it from paper: until the second person has checked it, it is nobody's proposal. */
export const isBeingTyped = ({ paper }: Pick<ApplicationRow, 'paper'>): boolean =>
  paper !== null && paper !== 'accepted';

/** Columns of `ApplicationRow` over application `a`, its organisation `o` and its competition `c`. */
export const APPLICATION_COLUMNS = `
  a.id, a.competition_id as "competitionId", a.organisation_id as "organisationId", o.name as "organisationName",
  a.state, a.version, a.part_versions as "partVersions", a.part_edits as "partEdits", a.created_at as "createdAt", a.updated_at as "updatedAt",
  a.title, a.priority_id as "priorityId", a.start_on::text as "startOn", a.end_on::text as "endOn", a.reach, a.answers, a.not_carried as "notCarried", a.rights,
  a.form_version as "formVersion",  a.requested_kop as "requestedKop", a.own_kop as "ownKop", a.total_kop as "totalKop", a.register_code as "registerCode",
  a.submitted_at as "submittedAt", a.submission_number as "submissionNumber", a.submitted_version as "submittedVersion",
  a.decision_reason as "decisionReason", a.decided_at as "decidedAt",
  (select e.state from applications.envelope e where e.application_id = a.id) as paper,
  c.organiser_id as "organiserId", c.co_organiser_id as "coOrganiserId", c.state as "competitionState", c.stage as "competitionStage",
  c.opens_at as "opensAt", c.closes_at as "closesAt"`;

export const APPLICATION_FROM = `
  from applications.application a
  join identity.v_organisation o on o.id = a.organisation_id
  join competitions.v_competition c on c.id = a.competition_id`;

/** Sums come from the database as text. */
export function withSafeSums<Row extends { requestedKop: number; ownKop: number; totalKop: number }>(row: Row): Row {
  return {
    ...row,
    requestedKop: toSafeInteger(row.requestedKop),
    ownKop: toSafeInteger(row.ownKop),
    totalKop: toSafeInteger(row.totalKop),
  };
}
