import { Lifecycle } from '#libs/platform/lifecycle';
import { EVENT_STATES, type EventState } from './event.js';

export type EventAction = 'publish' | 'postpone' | 'reschedule' | 'cancel' | 'hold' | 'report';

/** What the guards look at. */
export interface EventSubject {
  /** How much an announcement still lacks. */
  lacks: number;
  startsAt: Date | null;
  now: Date;
  /** What came of it; only reporting looks at it. */
  outcome?: Outcome;
}

export interface Outcome {
  /** How many came, in the room and online; null when nobody has counted. */
  attended: number | null;
  summaryLength: number;
  documents: number;
  noDocumentReason: string | null;
}

/** In plain words, so that somebody who was not there understands. */
export const OUTCOME_MIN = 300;

const isWhole = ({ lacks }: EventSubject) => (lacks > 0 ? 'events.not-whole' : null);
const isAhead = ({ startsAt, now }: EventSubject) => (startsAt !== null && startsAt <= now ? 'events.begun' : null);
const hasBegun = ({ startsAt, now }: EventSubject) => (startsAt === null || startsAt > now ? 'events.not-begun' : null);
const isCounted = ({ outcome }: EventSubject) => (outcome && outcome.attended !== null ? null : 'events.not-counted');
const isTold = ({ outcome }: EventSubject) =>
  outcome && outcome.summaryLength >= OUTCOME_MIN ? null : 'events.outcome-short';
const isDocumented = ({ outcome }: EventSubject) =>
  outcome && (outcome.documents > 0 || outcome.noDocumentReason) ? null : 'events.no-document';

/** An event that everybody has read about is never deleted: it moves, or is cancelled, and the old day stays told. */
export const eventLifecycle = new Lifecycle<EventState, EventAction, EventSubject>('events', EVENT_STATES, [
  { action: 'publish', from: ['draft'], to: 'published', who: ['officer'], guards: [isWhole, isAhead] },
  { action: 'postpone', from: ['published'], to: 'postponed', who: ['officer'], guards: [isAhead] },
  { action: 'reschedule', from: ['postponed', 'published'], to: 'published', who: ['officer'], guards: [isAhead] },
  { action: 'cancel', from: ['published', 'postponed'], to: 'cancelled', who: ['officer'] },
  { action: 'hold', from: ['published'], to: 'held', who: ['officer', 'system'], guards: [hasBegun] },
  { action: 'report', from: ['held'], to: 'reported', who: ['officer'], guards: [isCounted, isTold, isDocumented] },
]);
