export const REPORT_KINDS = ['interim', 'final'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_STATES = ['draft', 'submitted', 'returned', 'accepted'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** A report with whose it is. `…On` are Kyiv days, `…At` instants, `…Kop` kopecks. */
export interface ReportRow {
  id: string;
  projectId: string;
  kind: ReportKind;
  /** Among the reports of the project; the final one is the last. */
  position: number;
  state: ReportState;
  version: number;
  dueOn: string | null;
  done: string;
  results: string;
  difficulties: string;
  submittedAt: Date | null;
  decidedAt: Date | null;
  returnReason: string | null;
  title: string;
  startsOn: string;
  endsOn: string;
  applicationId: string;
  competitionId: string;
  organiserId: string;
  organisationId: string;
  organisationName: string;
}

/** What was planned by the contract, and what came of it. */
export interface IndicatorFact {
  indicatorId: string;
  kind: 'quantitative' | 'qualitative';
  title: string;
  unit: string;
  baseline: string;
  planned: string;
  source: string;
  fact: string;
  sourceDocument: string;
  confirmedBy: string;
  confirmedOn: string | null;
  /** How many people stand behind it, where it counts people. */
  people: number | null;
  women: number | null;
}

/** Whom the project has reached. */
export interface Reach {
  groupName: string;
  district: string;
  people: number;
  women: number;
}

/** A line of the budget: what the contract plans and what the reports say. */
export interface LineReport {
  lineId: string;
  title: string;
  category: string;
  plannedKop: number;
  plannedOwnKop: number;
  /** By the reports before this one. */
  earlierKop: number;
  nowKop: number;
  nowOwnKop: number;
  reason: string;
}

export interface Expense {
  id: string;
  lineId: string;
  line: string;
  paidOn: string;
  payee: string;
  purpose: string;
  documentTitle: string;
  fundedKop: number;
  ownKop: number;
  documentId: string;
  fileName: string;
  fileSize: number;
  /** Null until somebody has looked at it (rule 65). */
  isRefused: boolean | null;
  refusal: string | null;
}

export interface ReportParts {
  indicators: IndicatorFact[];
  reach: Reach[];
  lines: LineReport[];
  expenses: Expense[];
}
