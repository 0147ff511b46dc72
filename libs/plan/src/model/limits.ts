/** Texts in characters, lists in items. */
export const LIMITS = {
  name: 300,
  contact: 200,
  phone: 50,
  letter: 100,
  basis: 500,
  reason: 1_000,
  plainTitle: 300,
  expectedResult: 1_000,
  nextStep: 500,
  narrative: 3_000,
  evidence: 500,
  link: 500,
  /** Of one authority. */
  bodies: 500,
  /** Pasted at once. */
  pastedBodies: 200,
  /** Rows that one body writes for one measure and quarter. */
  answerRows: 20,
  /** Letters that one transaction writes; the next ones wait for their turn. */
  lettersAtOnce: 100,
  figure: 1_000_000,
  file: { mb: 5, unpackedMb: 60, readMb: 384, readMs: 20_000 },
  /** A cell of a plan. */
  planText: 2_000,
  /** Of one plan. */
  measures: 300,
  /** A measure moves to the next year at the latest. */
  yearsMoved: 1,
  /** The whole codifier has about 32 000. */
  territories: 60_000,
} as const;
