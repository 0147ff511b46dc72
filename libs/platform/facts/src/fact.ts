/** A kind of fact: a name in the past tense, `<lib>.<what-happened>`. Chained kinds are evidence. */
export interface FactKind {
  readonly name: string;
  readonly chained: boolean;
}

export interface FactDetails {
  /** Id of what the fact is about. */
  subjectId: string;
  /** Whose hash chain it belongs to: a competition, a plan, an authority. */
  scopeId?: string;
  /** What exactly happened; no personal data and never a secret. */
  particulars?: Record<string, unknown>;
  /** Personal particulars: kept apart, so that they can be erased; the chain holds only their salted hash. */
  personal?: Record<string, unknown>;
}

export interface NewFact extends FactDetails {
  kind: FactKind;
}

/** Declares a kind of fact. Evidence is chained; noise (autosave, sign-in) is not. */
export function factKind(name: string, options: { chained: boolean } = { chained: true }): FactKind {
  return Object.freeze({ name, ...options });
}
