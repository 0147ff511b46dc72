export const CONFLICT_KINDS = ['none', 'potential', 'real'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export const CONFLICT_REASON_MAX = 1_000;
/** States of a competition in which conflicts are declared: the proposals are open, the decision is not made. */
export const DECLARING_STATES: readonly string[] = ['admission', 'scoring', 'rated'];

export interface Declaration {
  applicationId: string;
  kind: ConflictKind;
  /** Empty only for «none». */
  reason: string;
}

/** What was declared about one proposal and what hangs on it. */
export interface DeclarationSubject {
  declared: ConflictKind | null;
  hasSignedSheet: boolean;
  /** A decision found the conflict. */
  isUpheld: boolean;
  competitionState: string;
}

/**
 * rule 31: a conflict may be declared at any time, and taken back only before the scoring starts.
 * A signed sheet is annulled by minutes alone (rule 42). Null = the change is on.
 */
export function whyNotDeclared(to: ConflictKind, subject: DeclarationSubject) {
  const { declared, hasSignedSheet, isUpheld, competitionState } = subject;
  if (declared === null || declared === to) return null;
  if (isUpheld) return 'evaluation.conflict-decided-already';
  if (to === 'none' && declared !== 'none' && competitionState !== 'admission') return 'evaluation.conflict-stays';
  return to !== 'none' && hasSignedSheet ? 'evaluation.sheet-signed-already' : null;
}
