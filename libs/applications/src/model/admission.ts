import { COMPUTED_CHECKS } from './check.js';

/** What only a person can check (rules 37, 39). */
export const MANUAL_CHECKS = ['documents', 'statements', 'filling'] as const;
export type ManualCheck = (typeof MANUAL_CHECKS)[number];

/** Null = not checked yet. What failed says why (rule 37). */
export interface CheckAnswer {
  passed: boolean | null;
  note: string;
}

export const VERDICTS = ['admit', 'refuse'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a refusal rests on: one of the checks, or something that the reason names. */
export const REFUSAL_GROUNDS = [...COMPUTED_CHECKS, ...MANUAL_CHECKS, 'other'] as const;
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number];

/** What the officer will propose to the commission. */
export interface VerdictDraft {
  verdict: Verdict | null;
  ground: RefusalGround | null;
  /** Public words: no personal data. */
  reason: string;
}

export const NOTE_LENGTH_MAX = 1_000;
export const REASON_LENGTH_MAX = 2_000;

/** The kind of the session and of its agenda items. */
export const ADMISSION = 'admission';

/** What stands on the agenda, and comes back with the decision. */
export interface AdmissionPayload {
  verdict: Verdict;
  /** In Ukrainian, as it goes into the minutes; empty for a plain admission. */
  reason: string;
}

/** On what a decision rests: signed minutes of the commission, or an order of the director. */
export type AdmissionBasis =
  | { sessionId: string; minutesDocumentId: string | null }
  | { orderId: string; number: string; signedOn: string; documentId: string };
