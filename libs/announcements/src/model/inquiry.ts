import type { Lang } from '#libs/platform/access';

export const INQUIRY_STATES = ['asked', 'answered', 'refused'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

/** How it reached the authority: from the page of the competition, or by telephone and written down by the officer. */
export const INQUIRY_CHANNELS = ['page', 'phone'] as const;
export type InquiryChannel = (typeof INQUIRY_CHANNELS)[number];

/** A question about a call. `words`, `askerId` and `email` are for the authority only; the rest is public once answered. */
export interface InquiryRow {
  id: string;
  competitionId: string;
  state: InquiryState;
  channel: InquiryChannel;
  askedAt: Date;
  words: string;
  askerId: string | null;
  email: string | null;
  language: Lang;
  /** 1, 2, 3 … in the order of publication. */
  number: number | null;
  wording: string | null;
  answer: string | null;
  refusalReason: string | null;
  closedAt: Date | null;
}
