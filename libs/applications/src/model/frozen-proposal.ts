import type { Lang } from '#libs/platform/access';

/** One line of the budget. Money in kopecks; quantity × price × months = funded + own + other (rule 21). */
export interface BudgetLine {
  /** Key of the competition's group of costs; '' where applicants name their own. */
  group: string;
  /** The group in words. */
  category: string;
  title: string;
  unit: string;
  quantity: number;
  priceKop: number;
  /** 1 where the competition does not count by months. */
  months: number;
  /** Asked from the competition. */
  fundedKop: number;
  /** Brought by the organisation and its partners. */
  ownKop: number;
  /** From other sources; 0 where the competition does not show them apart. */
  otherKop: number;
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

/** People of a target group that the project reaches; `group` is the group in words. */
export interface FrozenReach {
  key: string;
  group: string;
  people: number;
}

/** A question and what was answered; of a table also its cells. */
export interface FrozenAnswer {
  key: string;
  question: string;
  answer: string;
  table?: { columns: string[]; rows: string[][] };
}

/** Proposals that were frozen before competitions had rules of budgets lack the newer fields of lines and sums. */
export interface FrozenBudget {
  lines: (Omit<BudgetLine, NewerLineField> & Partial<Pick<BudgetLine, NewerLineField>>)[];
  requestedKop: number;
  ownKop: number;
  otherKop?: number;
  totalKop: number;
}
type NewerLineField = 'group' | 'months' | 'otherKop';

/** Every line with all its fields. */
export const linesIn = ({ lines }: FrozenBudget): BudgetLine[] =>
  lines.map((line) => ({ group: '', months: 1, otherKop: 0, ...line }));

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
  /** Only where the competition names target groups. */
  reach?: FrozenReach[];
  sections: { key: string; title: string; answers: FrozenAnswer[] }[];
  activities: Activity[];
  budget: FrozenBudget;
  indicators: Indicator[];
  files: FrozenFile[];
}
