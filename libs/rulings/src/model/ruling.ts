import type { FileKind } from '#libs/documents';

/** What a ruling does: it holds money until another one lets it go. */
export const RULING_KINDS = ['stay', 'lift'] as const;
export type RulingKind = (typeof RULING_KINDS)[number];

export const RULING_STATES = ['prepared', 'confirmed', 'dropped'] as const;
export type RulingState = (typeof RULING_STATES)[number];

export const COURT_MAX = 200;
export const CASE_MAX = 50;
export const WORDS_MAX = 3_000;
export const REMARK_MAX = 1_000;
export const CODES_MAX = 10_000;
/** Of one competition, over the years. */
export const RULINGS_MAX = 30;
/** In one ruling. */
export const NAMED_MAX = 200;
export const FILE_KINDS: readonly FileKind[] = ['pdf', 'jpeg', 'png'];
export const FILE_MAX_MB = 10;

/** A ruling as it came from the court. */
export interface NewRuling {
  kind: RulingKind;
  court: string;
  caseNumber: string;
  ruledOn: string;
  inForceOn: string;
  words: string;
  isWhole: boolean;
  /** Register codes of the proposals that a ruling names, as typed: by commas, spaces or lines. */
  codes: string | null;
  /** The stay that a ruling lifts. */
  liftsId: string | null;
}

/** Register codes as typed, each once. */
export const codesIn = (typed: string | null): string[] => [
  ...new Set((typed ?? '').split(/[\s,;]+/).filter((code) => code !== '')),
];
