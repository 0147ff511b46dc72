export const CLAIM_STATES = ['claimed', 'verified', 'refused', 'ended'] as const;
export type ClaimState = (typeof CLAIM_STATES)[number];

/** Why somebody claims the right to act for an organisation that others brought in. */
export const CLAIM_PURPOSES = ['colleague', 'new-head', 'lost-mailbox'] as const;
export type ClaimPurpose = (typeof CLAIM_PURPOSES)[number] | 'first';

/** What a verified right rests on. A signature (КЕП) will be one more word here and in ck_claim_ground. */
export const CLAIM_GROUNDS = ['extract', 'colleagues'] as const;
export type ClaimGround = (typeof CLAIM_GROUNDS)[number];

export const CLAIM_ANSWERS = ['join', 'object'] as const;
export type ClaimAnswer = (typeof CLAIM_ANSWERS)[number];

/** How the officer decides: beside those who act, instead of some of them, or not at all. */
export const CLAIM_DECISIONS = ['join', 'replace', 'refuse'] as const;
export type ClaimDecision = (typeof CLAIM_DECISIONS)[number];

/** How many claims of one person wait for an officer at a time. */
export const OPEN_CLAIMS_MAX = 3;
/** How many claims one person makes at all in a day: codes are not tried one after another. */
export const CLAIMS_A_DAY_MAX = 6;
export const EXTRACT_MAX_MB = 10;

/** A claim as its rules see it. */
export interface ClaimRow {
  id: string;
  edrpou: string;
  organisationId: string | null;
  personId: string;
  purpose: ClaimPurpose;
  state: ClaimState;
  position: string;
  words: string;
  extractName: string;
  extractHead: string;
  extractDocumentId: string | null;
  grantId: string | null;
  claimedAt: Date;
}
