import { invalidField } from '#libs/platform/errors';
import {
  KyivMomentField,
  OneOfField,
  TextField,
  TickField,
  WholeNumberField,
  type FormBody,
} from '#libs/platform/http';
import { wholeNumber } from '#libs/platform/numbers';
import {
  CAPACITIES,
  DEFENCE_LIMITS as LIMITS,
  DEFENCE_ORDERS,
  DEFENCE_OUTCOMES,
  type Capacity,
  type DefenceOrder,
  type DefenceOutcome,
} from '../model/defence.js';
import type { NamedPresenter } from '../use-cases/name-presenters.js';

const VERSION_MAX = 1_000_000;
const RANK_MAX = 9_999;
const LINK = { pattern: /^https:\/\/[^\s/]+\.[^\s]+$/, patternCode: 'evaluation.defence-link' };

/** Every form says what its window saw. */
export class VersionForm {
  @WholeNumberField({ min: 0, max: VERSION_MAX }) version: number;
}

/** The reason stands beside that of a change, on the same page. */
export class RemovalForm extends VersionForm {
  @TextField({ max: LIMITS.reason, required: false }) removalReason: string | null;
}

export class DayForm extends VersionForm {
  @KyivMomentField() startsAt: Date;
  @KyivMomentField() endsAt: Date;
  @TextField({ max: LIMITS.line, required: false }) place: string | null;
  @TextField({ max: LIMITS.url, required: false, ...LINK }) onlineUrl: string | null;
  @TickField() isOnlinePublic: boolean;
  @WholeNumberField(LIMITS.minutesEach) minutesEach: number;
  @WholeNumberField({ ...LIMITS.pauseAfter, required: false }) pauseAfter: number | null;
  @WholeNumberField({ ...LIMITS.pauseMinutes, required: false }) pauseMinutes: number | null;
  /** Asked for once the agenda is published. */
  @TextField({ max: LIMITS.reason, required: false }) reason: string | null;
}

/** Numbers by hand are read from `ranks[<proposal>]`. */
export class OrderForm extends VersionForm {
  @OneOfField(DEFENCE_ORDERS) orderBy: DefenceOrder;
}

/** @throws InvalidInput where a number is none, stands twice, or is missing */
export function readRanks(body: FormBody, ids: readonly string[]): Map<string, number> {
  const typed = record(body.ranks);
  const ranks = new Map<string, number>();
  const taken = new Set<number>();
  for (const id of ids) {
    const rank = wholeNumber(text(typed[id]));
    if (rank === null || rank < 1 || rank > RANK_MAX)
      throw invalidField(`ranks[${id}]`, 'evaluation.defence-rank', { max: RANK_MAX });
    if (taken.has(rank)) throw invalidField(`ranks[${id}]`, 'evaluation.defence-rank-twice', { rank });
    taken.add(rank);
    ranks.set(id, rank);
  }
  return ranks;
}

export class CancelForm {
  @TextField({ max: LIMITS.reason, code: 'evaluation.defence-reason' }) reason: string;
}

export class OutcomeForm extends VersionForm {
  @OneOfField(DEFENCE_OUTCOMES) outcome: DefenceOutcome;
}

export class QuestionsForm extends VersionForm {
  @TextField({ max: LIMITS.questions, required: false }) questions: string | null;
}

export class MoveForm extends VersionForm {
  @KyivMomentField() startsAt: Date;
  @TextField({ max: LIMITS.reason, code: 'evaluation.defence-reason' }) reason: string;
}

export class RecordingForm {
  @TextField({ max: LIMITS.url, required: false, ...LINK }) recordingUrl: string | null;
}

/** What the form of presenters is checked by; its rows are read by `readPresenters`. */
export class PresentersForm {
  @OneOfField(['yes'], { required: false }) confirmed: string | null;
}

/** Rows `presenters[0][fullName]`, `presenters[0][capacity]`; an empty row is none. @throws InvalidInput */
export function readPresenters(body: FormBody): NamedPresenter[] {
  const rows = record(body.presenters);
  const presenters: NamedPresenter[] = [];
  for (let index = 0; index < LIMITS.presenters; index += 1) {
    const row = record(rows[String(index)]);
    const [fullName, capacity] = [text(row.fullName), text(row.capacity)];
    if (fullName === '') continue;
    const field = (name: string) => `presenters[${index}][${name}]`;
    if (fullName.length > LIMITS.name) throw invalidField(field('fullName'), 'platform.too-long', { max: LIMITS.name });
    if (!(CAPACITIES as readonly string[]).includes(capacity))
      throw invalidField(field('capacity'), 'evaluation.presenter-capacity');
    presenters.push({ fullName, capacity: capacity as Capacity });
  }
  if (presenters.length === 0) throw invalidField('presenters[0][fullName]', 'evaluation.presenter-name');
  return presenters;
}

/** Rows come as an object or, with numbers for keys, as a list. */
const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') : '');
