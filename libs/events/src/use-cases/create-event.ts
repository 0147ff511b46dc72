import { Injectable } from '@nestjs/common';
import { holds, type Context } from '#libs/platform/access';
import { newId, UnitOfWork } from '#libs/platform/database';
import { Forbidden, TooMany } from '#libs/platform/errors';
import type { EventKind } from '../model/event.js';
import { LIMITS } from '../model/limits.js';

export interface NewEvent {
  organiserId: string;
  kind: EventKind;
  title: string;
  measureId: string | null;
}

/** A draft, seen by the authority only. */
@Injectable()
export class CreateEvent {
  constructor(private readonly uow: UnitOfWork) {}

  execute(ctx: Context, { organiserId, kind, title, measureId }: NewEvent): Promise<string> {
    return this.uow.run(ctx, async (tx) => {
      if (!holds(tx.actor, ['officer'], organiserId)) throw new Forbidden('events.officer-only');
      const drafts = await tx.one<{ count: number }>(
        `select count(*)::int as count from events.event where organiser_id = $1 and state = 'draft'`,
        [organiserId],
      );
      if (drafts!.count >= LIMITS.drafts) throw new TooMany('events.too-many-drafts', { max: LIMITS.drafts });
      const id = newId();
      await tx.change(
        `insert into events.event (id, organiser_id, kind, title, measure_id, created_at, changed_at)
         values ($1, $2, $3, $4, $5, $6, $6)`,
        [id, organiserId, kind, title, measureId, tx.now],
      );
      return id;
    });
  }
}
