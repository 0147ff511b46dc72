import { Injectable } from '@nestjs/common';
import { StoreDocument } from '#libs/documents';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Conflict, TooMany } from '#libs/platform/errors';
import type { UploadedFile } from '#libs/platform/http';
import { LIMITS } from '../model/limits.js';
import { lockEvent } from '../queries/find-event.js';
import type { EventRow } from '../model/event.js';

export interface Written {
  summary: string;
  nextSteps: string | null;
  noDocumentReason: string | null;
}

export const MATERIAL_OWNER = 'event-material';

/** What came of an event: words and files. Written before the report, read by everybody after it. */
@Injectable()
export class WriteOutcome {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: StoreDocument,
  ) {}

  execute(ctx: Context, eventId: string, { summary, nextSteps, noDocumentReason }: Written): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      demandHeld(await lockEvent(tx, eventId, 'act'));
      await tx.change(
        `insert into events.outcome (event_id, summary, next_steps, no_document_reason, written_at) values ($1, $2, $3, $4, $5)
         on conflict (event_id) do update set summary = excluded.summary, next_steps = excluded.next_steps,
           no_document_reason = excluded.no_document_reason, written_at = excluded.written_at`,
        [eventId, summary, nextSteps, noDocumentReason, tx.now],
      );
    });
  }

  addFile(ctx: Context, eventId: string, title: string, file: Pick<UploadedFile, 'name' | 'content'>): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const event = await lockEvent(tx, eventId, 'act');
      // Slides come before the day too; after the report a file can still be added.
      if (event.state === 'draft' || event.state === 'cancelled') throw new Conflict('events.not-now');
      const row = await tx.one<{ count: number }>(
        'select count(*)::int as count from events.material where event_id = $1',
        [eventId],
      );
      if (row!.count >= LIMITS.materials) throw new TooMany('events.too-many-materials', { max: LIMITS.materials });
      const id = newId();
      const { name, content } = file;
      const document = await this.store.within(tx, {
        ownerKind: MATERIAL_OWNER,
        ownerId: id,
        name,
        content,
        field: 'file',
      });
      await tx.change(
        'insert into events.material (id, event_id, document_id, title, added_at) values ($1, $2, $3, $4, $5)',
        [id, eventId, document.id, title, tx.now],
      );
    });
  }
}

function demandHeld({ state }: EventRow): void {
  if (state !== 'held') throw new Conflict(state === 'reported' ? 'events.already-reported' : 'events.not-begun');
}
