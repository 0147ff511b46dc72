import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { newCheckInCode } from '../model/check-in-code.js';
import { eventLifecycle } from '../model/event.lifecycle.js';
import { eventReported } from '../model/event.facts.js';
import { lockEvent } from '../queries/find-event.js';
import { outcomeOf, outcomeSubject } from '../queries/outcome.js';

const GUESTS_MAX = 10_000;

/** What came of the event is published: figures, words, files; whoever was there gets a certificate. */
@Injectable()
export class ReportEvent {
  constructor(private readonly uow: UnitOfWork) {}

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
      tx.deliver('events.send-results', id);
      const { attended, organisations } = outcome.attendance;
      const { kind, settlement: territory, measureId } = event;
      const particulars = { kind, territory, attended, organisations, measureId };
      tx.record(eventReported, { subjectId: id, scopeId: event.organiserId, particulars });
    });
  }
}

/** One for each name; a code says whose it is, so it cannot be guessed. */
async function issueCertificates(tx: Tx, eventId: string): Promise<void> {
  const there = await tx.rows<{ id: string }>(
    `select id from events.registration where event_id = $1 and state = 'attended' and not as_media
      order by seq limit ${GUESTS_MAX}`,
    [eventId],
  );
  await tx.change(
    `insert into events.certificate (id, registration_id, code, issued_at)
     select id, "registrationId", code, $4 from unnest($1::uuid[], $2::uuid[], $3::text[]) as row (id, "registrationId", code)
     on conflict on constraint uq_certificate_registration do nothing`,
    [
      ...[there.map(() => newId()), there.map(({ id }) => id)],
      ...[there.map(() => `${newCheckInCode()}-${newCheckInCode()}`), tx.now],
    ],
  );
}
