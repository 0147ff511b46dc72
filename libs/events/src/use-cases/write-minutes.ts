import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, TooMany } from '#libs/platform/errors';
import { LIMITS } from '../model/limits.js';
import { lockEvent } from '../queries/find-event.js';
import { minutesOf } from '../queries/minutes.js';

export interface MinutesHead {
  number: string | null;
  chair: string;
  secretary: string;
  present: string | null;
}

export interface NewItem {
  heard: string;
  spoke: string | null;
  decided: string | null;
  /** With both, what was decided is followed until it is done. */
  responsible: string | null;
  dueOn: string | null;
}

/** Minutes of a gathering: СЛУХАЛИ, ВИСТУПИЛИ, УХВАЛИЛИ. Published, they stay as they are. */
@Injectable()
export class WriteMinutes {
  constructor(private readonly uow: UnitOfWork) {}

  head(ctx: Context, eventId: string, { number, chair, secretary, present }: MinutesHead): Promise<void> {
    return this.within(ctx, eventId, async (tx) => {
      await tx.change(
        `insert into events.minutes (event_id, number, chair, secretary, present) values ($1, $2, $3, $4, $5)
         on conflict (event_id) do update set number = excluded.number, chair = excluded.chair,
           secretary = excluded.secretary, present = excluded.present`,
        [eventId, number, chair, secretary, present],
      );
    });
  }

  addItem(ctx: Context, eventId: string, item: NewItem): Promise<void> {
    return this.within(ctx, eventId, async (tx) => {
      const minutes = await minutesOf(tx, eventId);
      if (!minutes) throw new Conflict('events.minutes-no-head');
      if (minutes.items.length >= LIMITS.minutesItems) throw new TooMany('events.too-many-items');
      const id = newId();
      await tx.change(
        `insert into events.minutes_item (id, event_id, position, heard, spoke, decided) values ($1, $2, $3, $4, $5, $6)`,
        [id, eventId, minutes.items.length + 1, item.heard, item.spoke, item.decided],
      );
      const { decided, responsible, dueOn } = item;
      if (decided && responsible && dueOn)
        await tx.change(
          `insert into events.decision (id, event_id, item_id, text, responsible, due_on) values ($1, $2, $3, $4, $5, $6)`,
          [newId(), eventId, id, decided, responsible, dueOn],
        );
    });
  }

  publish(ctx: Context, eventId: string): Promise<void> {
    return this.within(ctx, eventId, async (tx) => {
      const minutes = await minutesOf(tx, eventId);
      if (!minutes || minutes.items.length === 0) throw new Conflict('events.minutes-empty');
      await tx.change(`update events.minutes set state = 'published', published_at = $2 where event_id = $1`, [
        eventId,
        tx.now,
      ]);
    });
  }

  private within(ctx: Context, eventId: string, act: (tx: Tx) => Promise<void>): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { state } = await lockEvent(tx, eventId, 'act');
      if (state !== 'held' && state !== 'reported') throw new Conflict('events.not-begun');
      if ((await minutesOf(tx, eventId))?.state === 'published') throw new Conflict('events.minutes-published');
      await act(tx);
    });
  }
}
