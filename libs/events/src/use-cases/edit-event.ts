import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { toldChanges } from '../model/changes.js';
import type { EventContent, EventRow } from '../model/event.js';
import { CONTENT_FIELDS, columnOf } from '../model/event-columns.js';
import { eventChanged } from '../model/event.facts.js';
import { missingIn } from '../model/missing.js';
import { eventById, lockEvent } from '../queries/find-event.js';
import { FollowChange } from './follow-change.js';
import { noteChange } from './note-change.js';

/** An officer writes a part of an event. Of a published one, what people must learn of is kept beside the new words. */
@Injectable()
export class EditEvent {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly follow: FollowChange,
  ) {}

  /** @throws Conflict when somebody else changed it meanwhile (`version` is what the form was made of) */
  execute(ctx: Context, id: string, version: number, content: Partial<EventContent>): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const before = await lockEvent(tx, id, 'edit');
      if (before.version !== version) throw new Conflict('events.changed-meanwhile');
      if (before.state === 'cancelled') throw new Conflict('events.not-now');
      await this.within(tx, before, content);
    });
  }

  async within(tx: Tx, before: EventRow, content: Partial<EventContent>): Promise<EventRow> {
    demandTimes({ ...before, ...content });
    if (before.state !== 'draft' && missingIn({ ...before, ...content }).length > 0)
      throw new Conflict('events.not-whole');
    await write(tx, before.id, content);
    const after = await eventById(tx, before.id);
    if (before.state === 'draft') return after;
    await this.follow.seats(tx, before, after);
    const isAhead = before.state === 'published' || before.state === 'postponed';
    const fields = isAhead ? toldChanges(before, content) : [];
    if (fields.length === 0) return after;
    const { id, number } = await noteChange(tx, 'changed', { before, after, fields }, null);
    await this.follow.tell(tx, id, after.id, fields);
    tx.record(eventChanged, { subjectId: after.id, scopeId: after.organiserId, particulars: { number, fields } });
    return after;
  }
}

function demandTimes({ startsAt, endsAt }: EventRow): void {
  if (startsAt && endsAt && endsAt <= startsAt) throw invalidField('endsAt', 'events.ends-before');
}

async function write(tx: Tx, id: string, content: Partial<EventContent>): Promise<void> {
  const fields = CONTENT_FIELDS.filter((field) => field in content);
  const sets = fields.map((field, index) => `${columnOf(field)} = $${index + 3}`);
  await tx.change(
    `update events.event set ${[...sets, 'version = version + 1', 'sequence = sequence + 1', 'changed_at = $2'].join(', ')}
      where id = $1`,
    [id, tx.now, ...fields.map((field) => content[field])],
  );
}
