export const DEFENCE_ORDERS = ['register', 'lot', 'hand'] as const;
export type DefenceOrder = (typeof DEFENCE_ORDERS)[number];
export type DefenceState = 'draft' | 'published' | 'cancelled';
export const DEFENCE_OUTCOMES = ['attended', 'missed'] as const;
export type DefenceOutcome = (typeof DEFENCE_OUTCOMES)[number];
export const CAPACITIES = ['head', 'authorised'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** The states of a competition in which its defence is planned, and in which it is held. */
export const PLANNING_STATES: readonly string[] = ['announced', 'admission', 'scoring'];
export const HOLDING_STATES: readonly string[] = ['admission', 'scoring'];

export const DEFENCE_LIMITS = {
  days: 20,
  line: 300,
  url: 500,
  reason: 500,
  questions: 4_000,
  minutesEach: { min: 3, max: 240 },
  pauseAfter: { min: 1, max: 50 },
  pauseMinutes: { min: 1, max: 240 },
  presenters: 3,
  name: 150,
  /** How long the names of presenters stay after the last day. */
  nameDays: 90,
} as const;

export interface DefenceRow {
  competitionId: string;
  state: DefenceState;
  /** Of two windows the second one sees that the first has saved. */
  version: number;
  orderBy: DefenceOrder;
  seed: string | null;
  publishedAt: Date | null;
  cancelReason: string | null;
  recordingUrl: string | null;
  changedAt: Date;
}

export interface DefenceDay {
  id: string;
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  onlineUrl: string | null;
  /** Everybody may look on, not only who was invited. */
  isOnlinePublic: boolean;
  minutesEach: number;
  pauseAfter: number | null;
  pauseMinutes: number | null;
}

export interface DefenceSlot {
  applicationId: string;
  competitionId: string;
  organisationId: string;
  registerCode: string;
  title: string;
  organisationName: string;
  rank: number;
  dayId: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  moveReason: string | null;
  state: 'planned' | DefenceOutcome;
  questions: string;
  version: number;
  sequence: number;
  changedAt: Date;
  notedAt: Date | null;
  isMinuted: boolean;
  /** The proposal takes no part any more. */
  isGone: boolean;
}

/** A slot that stands in the agenda. */
export type TimedSlot = DefenceSlot & { dayId: string; startsAt: Date; endsAt: Date };

export const hasTime = (slot: DefenceSlot): slot is TimedSlot => slot.startsAt !== null;
