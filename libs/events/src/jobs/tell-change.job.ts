import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { Task, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { phrase } from '#libs/platform/phrases';
import { toldOutside } from '../model/changes.js';
import type { EventRow } from '../model/event.js';
import { LIMITS } from '../model/limits.js';
import { INSIDE, LIVE, type RegistrationRow } from '../model/registration.js';
import { toldInWords, toldTurns } from '../model/told-in-words.js';
import type { ChangeRow } from '../queries/changes-of-event.js';
import { chosenSlots, type ChosenSlot } from '../queries/chosen-slots.js';
import { eventById } from '../queries/find-event.js';
import { REGISTRATION_COLUMNS } from '../queries/find-registration.js';
import { RegistrationLetters } from '../use-cases/registration-letters.js';

type ChangeToTell = ChangeRow & { eventId: string; toldUpTo: number };

/** Old and new, in words, to everybody who had registered before the change: so many at once, in their order. */
@Task({ name: 'events.tell-change', queue: 'reactions' })
@Injectable()
export class TellChange implements ReactsInTransaction {
  constructor(private readonly letters: RegistrationLetters) {}

  async react(tx: Tx, { subjectId }: Delivery): Promise<void> {
    const change = (await tx.one<ChangeToTell>(
      `select event_id as "eventId", number, kind, changed_at as "changedAt", reason, before, after,
              told_up_to as "toldUpTo" from events.change where id = $1 for update`,
      [subjectId],
    ))!;
    const guests = await tx.rows<RegistrationRow>(
      `select ${REGISTRATION_COLUMNS} from events.registration r
        where r.event_id = $1 and r.state = any($2) and r.seq > $3 and r.placed_at <= $4
        order by r.seq limit ${LIMITS.lettersAtOnce}`,
      [change.eventId, LIVE, change.toldUpTo, change.changedAt],
    );
    if (guests.length === 0) return;
    const event = await eventById(tx, change.eventId);
    const slots = await chosenSlots(
      tx,
      guests.map(({ id }) => id),
    );
    for (const one of guests)
      await this.tell(
        tx,
        event,
        change,
        one,
        slots.filter(({ registrationId }) => registrationId === one.id),
      );
    await tx.change('update events.change set told_up_to = $2 where id = $1', [subjectId, guests.at(-1)!.seq]);
    if (guests.length === LIMITS.lettersAtOnce) tx.deliver('events.tell-change', subjectId);
  }

  private async tell(
    tx: Tx,
    event: EventRow,
    change: ChangeToTell,
    one: RegistrationRow,
    slots: readonly ChosenSlot[],
  ): Promise<void> {
    const { language } = one;
    const turn = INSIDE.includes(one.state) ? change : toldOutside(change, event.locationVisibility);
    const lines = toldTurns(turn).map(
      (field) =>
        `${phrase(language, `events:field.${field}`)}: ${toldInWords(field, turn.before, language)} → ${toldInWords(field, turn.after, language)}`,
    );
    await this.letters.queue(tx, 'changed', event, one, {
      kind: 'decision',
      data: {
        news: phrase(language, `events:change.${change.kind}`),
        changes: lines.join('\n'),
        reason: change.reason ?? phrase(language, 'events:mailWords.noReason'),
      },
      slots,
      once: String(change.number),
    });
  }
}
