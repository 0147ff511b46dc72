import type { FileKind } from '#libs/documents';

/** How a complaint came. */
export const CHANNELS = ['cabinet', 'paper', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What is contested. */
export const DECISIONS = ['admission', 'points', 'result'] as const;
export type Decision = (typeof DECISIONS)[number];

export const GROUNDS = ['criteria', 'overlooked', 'miscount', 'conflict', 'procedure', 'other'] as const;
export type Ground = (typeof GROUNDS)[number];

export const OUTCOMES = ['satisfied', 'partly', 'refused', 'not-considered'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const NUMBER_MAX = 50;
export const NAME_MAX = 200;
export const STORY_MAX = 10_000;
export const DEMAND_MAX = 3_000;
export const REASON_MAX = 2_000;
export const FILES_MAX = 5;
export const FILE_MAX_MB = 10;
export const FILE_KINDS: readonly FileKind[] = ['pdf', 'jpeg', 'png', 'docx', 'xlsx'];
/** Of one proposal, over the years. */
export const COMPLAINTS_MAX = 20;

/** What somebody complains of, in their own words. */
export interface NewComplaint {
  decision: Decision;
  ground: Ground;
  story: string;
  demand: string;
  /** Another proposal whose award is contested. */
  againstId: string | null;
  /** A lawyer who speaks for the organisation, and the title of the paper that lets them. */
  representative: string | null;
  authority: string | null;
}

/** What came on paper or by e-mail, as the office journal has it. */
export interface Incoming {
  channel: Exclude<Channel, 'cabinet'>;
  incomingNumber: string;
  receivedOn: string;
}
