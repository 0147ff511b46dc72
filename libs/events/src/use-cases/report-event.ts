import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { newCheckInCode } from '../model/check-in-code.js';
import type { EventRow } from '../model/event.js';
import { eventLifecycle } from '../model/event.lifecycle.js';
import { eventReported } from '../model/event.facts.js';
import type { RegistrationRow } from '../model/registration.js';
import { lockEvent } from '../queries/find-event.js';
import { REGISTRATION_COLUMNS } from '../queries/find-registration.js';
import { outcomeOf, outcomeSubject } from '../queries/outcome.js';
import { RegistrationLetters } from './registration-letters.js';

const GUESTS_MAX = 10_000;

/** What came of the event is published: figures, words, files; whoever was there gets a certificate. */
@Injectable()
export class ReportEvent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly letters: RegistrationLetters,
  ) {}

  /** @throws TransitionRefused without a count, with too few words, without a document or a reason */
  execute(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const event = await lockEvent(tx, id, 'act');
      const outcome = await outcomeOf(tx, id);
      const subject = { lacks: 0, startsAt: event.startsAt, now: tx.now, outcome: outcomeSubject(outcome) };
      const state = eventLifecycle.next(event.state, 'report', subject);
      await tx.change(
        'update events.event set state = $2, reported_at = $3, changed_at = $3, version = version + 1 where id = $1',
        [id, state, tx.now],
      );
      await tx.change(`update events.registration set state = 'no-show' where event_id = $1 and state = 'confirmed'`, [
        id,
      ]);
      await issueCertificates(tx, id);
      await this.tell(tx, event);
      const { attended, organisations } = outcome.attendance;
      const { kind, settlement: territory, measureId } = event;
      const particulars = { kind, territory, attended, organisations, measureId };
      tx.record(eventReported, { subjectId: id, scopeId: event.organiserId, particulars });
    });
  }

  /** To everybody who was there and everybody who registered. */
  private async tell(tx: Tx, event: EventRow): Promise<void> {
    const guests = await tx.rows<RegistrationRow>(
      `select ${REGISTRATION_COLUMNS} from events.registration r
        where r.event_id = $1 and r.email is not null and r.state in ('attended', 'no-show', 'waitlisted', 'lapsed')
        order by r.seq limit ${GUESTS_MAX}`,
      [event.id],
    );
    for (const one of guests) await this.letters.queue(tx, 'results', event, one, { kind: 'work', once: 'reported' });
  }
}

/** One for each name; a code says whose it is, so it cannot be guessed. */
async function issueCertificates(tx: Tx, eventId: string): Promise<void> {
  const there = await tx.rows<{ id: string }>(
    `select id from events.registration where event_id = $1 and state = 'attended' and not as_media
      order by seq limit ${GUESTS_MAX}`,
    [eventId],
  );
  for (const { id } of there)
    await tx.change(
      `insert into events.certificate (id, registration_id, code, issued_at) values ($1, $2, $3, $4)
       on conflict on constraint uq_certificate_registration do nothing`,
      [newId(), id, `${newCheckInCode()}-${newCheckInCode()}`, tx.now],
    );
}
