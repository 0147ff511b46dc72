import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { Task, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { LIMITS } from '../model/limits.js';
import type { RegistrationRow } from '../model/registration.js';
import { eventById } from '../queries/find-event.js';
import { REGISTRATION_COLUMNS } from '../queries/find-registration.js';
import { RegistrationLetters } from '../use-cases/registration-letters.js';

/** What came of an event, to everybody who was there and everybody who registered: so many at once, in their order. */
@Task({ name: 'events.send-results', queue: 'reactions' })
@Injectable()
export class SendResults implements ReactsInTransaction {
  constructor(private readonly letters: RegistrationLetters) {}

  async react(tx: Tx, { subjectId: eventId }: Delivery): Promise<void> {
    const outcome = (await tx.one<{ toldUpTo: number }>(
      'select told_up_to as "toldUpTo" from events.outcome where event_id = $1 for update',
      [eventId],
    ))!;
    const guests = await tx.rows<RegistrationRow>(
      `select ${REGISTRATION_COLUMNS} from events.registration r
        where r.event_id = $1 and r.email is not null and r.state in ('attended', 'no-show', 'waitlisted', 'lapsed')
          and r.seq > $2 order by r.seq limit ${LIMITS.lettersAtOnce}`,
      [eventId, outcome.toldUpTo],
    );
    if (guests.length === 0) return;
    const event = await eventById(tx, eventId);
    for (const one of guests)
      await this.letters.queue(tx, 'results', event, one, { kind: 'work', slots: [], once: 'reported' });
    await tx.change('update events.outcome set told_up_to = $2 where event_id = $1', [eventId, guests.at(-1)!.seq]);
    if (guests.length === LIMITS.lettersAtOnce) tx.deliver('events.send-results', eventId);
  }
}
