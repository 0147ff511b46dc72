import type { Verdict } from './admission.js';

/** The order by which the authority admits and refuses, where the conditions leave it to the authority. */
export interface AdmissionOrder {
  id: string;
  state: 'prepared' | 'signed' | 'returned';
  preparedBy: string;
  preparedByName: string;
  preparedAt: Date;
  number: string | null;
  /** Kyiv day. */
  signedOn: string | null;
  signerName: string | null;
  signerPosition: string | null;
  documentId: string | null;
  returnReason: string;
}

/** One proposal in the order, with what is decided about it. */
export interface OrderedProposal {
  id: string;
  registerCode: string;
  organisationName: string;
  edrpou: string;
  title: string;
  verdict: Verdict;
  /** Public words, in Ukrainian; empty for a plain admission. */
  reason: string;
}

export const RETURN_REASON_MAX = 1_000;
