import { Injectable } from '@nestjs/common';
import type { Lang } from '#libs/platform/access';
import { longDateTime } from '#libs/platform/clock';
import type { Tx } from '#libs/platform/database';
import { invalidField } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import type { EventRow } from '../model/event.js';
import { PLACE_FIELDS, SECRET_FIELDS, TOLD_FIELDS, toldOf, type Told, type ToldField } from '../model/changes.js';
import { INSIDE, LIVE, type RegistrationRow } from '../model/registration.js';
import type { ChangeRow } from '../queries/changes-of-event.js';
import { REGISTRATION_COLUMNS, takenSeats } from '../queries/find-registration.js';
import { Places } from './places.js';
import { RegistrationLetters } from './registration-letters.js';

export interface Change {
  number: number;
  kind: ChangeRow['kind'];
  before: EventRow;
  after: EventRow;
  fields: readonly ToldField[];
  reason: string | null;
}

const GUESTS_MAX = 10_000;

/** What a change of an event means for those who are registered. */
@Injectable()
export class FollowChange {
  constructor(
    private readonly places: Places,
    private readonly letters: RegistrationLetters,
  ) {}

  /** Fewer places than are held are refused; more go to those who wait. */
  async seats(tx: Tx, before: EventRow, after: EventRow): Promise<void> {
    if (before.capacity === after.capacity && before.reservedSeats === after.reservedSeats) return;
    const { open, reserved } = await takenSeats(tx, after.id);
    if (after.capacity !== null && after.capacity - after.reservedSeats < open)
      throw invalidField('capacity', 'events.seats-held', { count: open });
    if (after.reservedSeats < reserved) throw invalidField('reservedSeats', 'events.seats-held', { count: reserved });
    await this.places.promote(tx, after);
  }

  /** Old and new, in words, to everybody who comes or may still come. */
  async tell(tx: Tx, { number, kind, before, after, fields, reason }: Change): Promise<void> {
    if (fields.some((field) => field === 'startsAt'))
      await tx.change('update events.registration set reminders = 0 where event_id = $1', [after.id]);
    const [was, is] = [toldOf(before, fields), toldOf(after, fields)];
    for (const one of await guestsOf(tx, after.id))
      await this.letters.queue(tx, 'changed', after, one, {
        kind: 'decision',
        data: {
          news: phrase(one.language, `events:change.${kind}`),
          changes: linesFor(one, after, was, is),
          reason: reason ?? phrase(one.language, 'events:mailWords.noReason'),
        },
        once: String(number),
      });
  }
}

const guestsOf = (tx: Tx, eventId: string): Promise<RegistrationRow[]> =>
  tx.rows<RegistrationRow>(
    `select ${REGISTRATION_COLUMNS} from events.registration r
      where r.event_id = $1 and r.state = any($2) order by r.seq limit ${GUESTS_MAX}`,
    [eventId, LIVE],
  );

function linesFor({ state, language }: RegistrationRow, event: EventRow, was: Told, is: Told): string {
  const hidden = INSIDE.includes(state)
    ? []
    : [...SECRET_FIELDS, ...(event.locationVisibility === 'public' ? [] : PLACE_FIELDS)];
  return TOLD_FIELDS.filter((field) => field in was && was[field] !== is[field] && !hidden.includes(field))
    .map((field) => {
      const label = phrase(language, `events:field.${field}`);
      return `${label}: ${toldInWords(field, was, language)} → ${toldInWords(field, is, language)}`;
    })
    .join('\n');
}

/** A told value in words; nothing stays «не вказано». */
export function toldInWords(field: ToldField, told: Told, lang: Lang): string {
  const value = told[field];
  if (!value) return phrase(lang, 'platform:notGiven');
  if (field === 'startsAt' || field === 'endsAt') return longDateTime(value, lang);
  return field === 'format' ? phrase(lang, `events:format.${value}`) : value;
}
