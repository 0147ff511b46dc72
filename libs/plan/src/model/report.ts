import type { AnswerForm } from './answer-form.js';
import type { AnswerTotals } from './answer.js';
import type { InstanceState } from './instance.lifecycle.js';
import type { Standing } from './standing.js';

export interface ReportEvidence {
  happenedOn: string;
  words: string;
  path: string | null;
  link: string | null;
}

/** Bodies of one measure by how they stand: who took nothing upon itself is never among those who failed. */
export interface ReportBodies {
  bound: number;
  accepted: number;
  byConsent: number;
  consented: number;
  notBound: string[];
  hindered: string[];
  owing: { name: string; standing: Standing }[];
}

export interface ReportLine {
  instanceId: string;
  number: string;
  title: string;
  deadlineText: string;
  parties: string;
  dueOn: string;
  state: InstanceState;
  isOverdue: boolean;
  reason: string | null;
  act: { number: string; on: string } | null;
  /** «Стан виконання»: edited by people. */
  narrative: string;
  /** Confirmed by the officer. */
  evidence: ReportEvidence[];
  /** Only while it is drafted: suggested, and nobody has decided yet. It stands in no report that is handed over. */
  undecided?: ReportEvidence[];
  form: AnswerForm;
  totals: AnswerTotals;
  bodies: ReportBodies;
}

/** All that a report says; handed over, it is kept as it is here: what is checked is what is signed. */
export interface ReportContent {
  organiserName: string;
  planTitle: string;
  year: number;
  quarter: number;
  directions: { number: number; title: string; lines: ReportLine[] }[];
}

/** As it goes to the second person: without what nobody has decided. */
export const handedOver = (content: ReportContent): ReportContent => ({
  ...content,
  directions: content.directions.map((direction) => ({
    ...direction,
    lines: direction.lines.map(({ undecided: _, ...line }) => line),
  })),
});

export interface ReportSnapshot extends ReportContent {
  reportNumber: string;
  signedOn: string;
  signerName: string;
  signerPosition: string;
}
