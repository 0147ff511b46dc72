import type { Lang } from '#libs/platform/access';

/** One line of the budget. Money in kopecks; `quantity × priceKop = fundedKop + ownKop` (rule 21). */
export interface BudgetLine {
  category: string;
  title: string;
  unit: string;
  quantity: number;
  priceKop: number;
  /** Asked from the competition. */
  fundedKop: number;
  /** Brought by the organisation and its partners. */
  ownKop: number;
}

export interface Activity {
  /** 'YYYY-MM' */
  month: string | null;
  title: string;
  place: string;
  responsible: string;
}

export const INDICATOR_KINDS = ['quantitative', 'qualitative'] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** rule 26: what is measured, from what, to what, and where it can be seen. */
export interface Indicator {
  kind: IndicatorKind;
  title: string;
  unit: string;
  baseline: string;
  planned: string;
  source: string;
}

export interface FrozenFile {
  documentId: string;
  name: string;
  /** Key of the question that asked for it, and since forms are built by officers its title. */
  kind: string;
  question?: string;
  size: number;
  sha256: string;
}

/** A question and what was answered; of a table also its cells. */
export interface FrozenAnswer {
  key: string;
  question: string;
  answer: string;
  table?: { columns: string[]; rows: string[][] };
}

/**
 * What was submitted, word for word: questions are kept with their answers, so that it can be read
 * long after the form has changed. Its SHA-256 is taken over the canonical JSON.
 */
export interface FrozenProposal {
  language: Lang;
  competition: { code: string; title: string };
  organisation: { name: string; edrpou: string };
  title: string;
  priority: string;
  startOn: string;
  endOn: string;
  sections: { key: string; title: string; answers: FrozenAnswer[] }[];
  activities: Activity[];
  budget: { lines: BudgetLine[]; requestedKop: number; ownKop: number; totalKop: number };
  indicators: Indicator[];
  files: FrozenFile[];
}
