import { canonicalJson } from '#libs/platform/canonical-json';
import type { Outcome } from '../allocate.js';
import type { Refusal } from '../allocation.js';

export const FORMAT = 'spryiannia-result/1';
/** The file is published three times; each part contains the former ones as its beginning. */
export const PARTS = ['closing', 'scoring', 'decision'] as const;
export type Part = (typeof PARTS)[number];

/** What was announced. Points are whole numbers, `…Hundredths` hundredths of a point, `…Kop` kopecks. */
export interface RulesLine {
  type: 'rules';
  format: typeof FORMAT;
  competition: string;
  /** ЄДРПОУ of the authority. */
  organiser: string;
  title: string;
  ruleSetSha256: string;
  criteria: { key: string; title: string; maxPoints: number }[];
  passingHundredths: number;
  tieOrder: string[];
  /** Which proposals one more expert scores; absent where the conditions name no second look. */
  secondLook?: { widePoints: number | null; nearPoints: number | null };
  /** There only where sheets may be amended after the defence. */
  secondScore?: true;
  potKop: number;
  capKop: number;
  closesAt: string;
  /** There only where the conditions allow less than the request (rule 49). */
  partialAward?: true;
}

/** `sha256` is the checksum of the receipt: whoever holds one can find the own proposal here. */
export interface ProposalLine {
  type: 'proposal';
  code: string;
  submittedAt: string;
  sha256: string;
}

export interface AdmissionLine {
  type: 'admission';
  code: string;
  decision: 'admitted' | 'refused';
  requestedKop: number;
}

/** Experts and members stand under a pseudonym of this competition. */
export interface PairLine {
  type: 'assignment' | 'recusal';
  code: string;
  expert: string;
}

/** The assignment of one more expert, and the published condition that asked for it. */
export interface ExtraLine {
  type: 'extra';
  code: string;
  expert: string;
  cause: 'wide' | 'near';
}

/** Points of a signed sheet, or of one amended after the defence, sealed: sha256 over salt and text of the later line. */
export interface SealLine {
  type: 'seal' | 'reseal';
  code: string;
  expert: string;
  sha256: string;
}

/** `text` is the exact JSON that was sealed: {"points":{"<criterion>":n,…}}; `salt` is hex. A revision is an amended sheet. */
export interface SheetLine {
  type: 'sheet' | 'revision';
  code: string;
  expert: string;
  salt: string;
  text: string;
}

/**
 * One round of the draw among proposals that no announced step parted. Each party put down sha256 of a secret, then opened
 * it; a round in which somebody did not is void, and another one begins without them. `salt` opens the hash of the list
 * that stood on the page of the draw.
 */
export interface DrawLine {
  type: 'draw';
  codes: string[];
  parties: { party: string; commitment: string; secret: string | null }[];
  salt: string;
  isVoid: boolean;
}

/** The score is exactly pointsSum / sheets. */
export interface RatingLine {
  type: 'rating';
  code: string;
  place: number | null;
  pointsSum: number;
  sheets: number;
  tieStep: string | null;
}

/** Something that an act changed after the announcement, as the chain of the competition has it. */
export interface ActLine {
  type: 'act';
  kind: string;
  seq: number;
}

export interface BudgetLine {
  type: 'budget';
  potKop: number;
  capKop: number;
  /** Only where the commission chose another way than strictly down the rating. */
  way?: string;
}

export interface AwardLine {
  type: 'award';
  code: string;
  outcome: Outcome;
  amountKop: number;
  reason: Refusal | null;
}

export interface OrderLine {
  type: 'order';
  number: string;
  signedOn: string;
}

export interface CheckpointLine {
  type: 'checkpoint';
  part: Part;
  at: string;
  /** How many lines stand before this one, and the root of the Merkle tree (RFC 6962) over them. */
  lines: number;
  root: string;
  /** The head of the hash chain of the competition at that moment. */
  chain: { seq: number; hash: string };
  /** Ed25519 public key, and signature over the canonical JSON of this line without `signature`; both hex. */
  key: string;
  signature: string;
}

export type ContentLine =
  | RulesLine
  | ProposalLine
  | AdmissionLine
  | PairLine
  | ExtraLine
  | DrawLine
  | SealLine
  | SheetLine
  | RatingLine
  | ActLine
  | BudgetLine
  | AwardLine
  | OrderLine;
export type ResultLine = ContentLine | CheckpointLine;

/** The kinds of lines of each part, in their order. */
export const LINES_OF_PART: Record<Part, readonly ContentLine['type'][]> = {
  closing: ['rules', 'proposal'],
  scoring: ['admission', 'assignment', 'recusal', 'seal', 'reseal'],
  decision: ['sheet', 'revision', 'extra', 'draw', 'rating', 'act', 'budget', 'award', 'order'],
};

export const encode = (line: ResultLine): string => canonicalJson(line);
