export const QUESTION_SOURCES = ['data', 'challenge', 'statement'] as const;
export type QuestionSource = (typeof QUESTION_SOURCES)[number];
export const QUESTION_STATES = ['open', 'cleared', 'upheld'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];

export const QUESTION_REASON_MAX = 1_000;
export const LINKS_MAX = 50;
export const LINK_LENGTH_MAX = 300;

export interface DeclaredLink {
  kind: 'organisation' | 'close-person';
  line: string;
  edrpou: string | null;
}

/** One link a line; the eight digits of a ЄДРПОУ are found wherever they stand in the line of an organisation. */
export function linksOf(kind: DeclaredLink['kind'], text: string): DeclaredLink[] {
  const lines = text.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
  return [...new Set(lines.filter(Boolean))].map((line) => ({
    kind,
    line,
    edrpou: kind === 'organisation' ? (/(?<!\d)\d{8}(?!\d)/.exec(line)?.[0] ?? null) : null,
  }));
}

/** A question as its list and its page show it. */
export interface QuestionRow {
  id: string;
  competitionId: string;
  registerCode: string;
  title: string;
  organisationName: string;
  fullName: string;
  source: QuestionSource;
  sign: string;
  detail: string;
  reason: string;
  raisedAt: Date;
  state: QuestionState;
  decisionReason: string;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** The actor answers it. */
  mayAnswer: boolean;
}
