import { Injectable } from '@nestjs/common';
import { holds, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { EventRow } from '../model/event.js';
import { eventLifecycle, type EventAction } from '../model/event.lifecycle.js';
import { PART_NAMES, type Part } from '../model/event-columns.js';
import { missingIn } from '../model/missing.js';
import { EventForPage, type EventView } from './event-for-page.js';
import { eventFor } from './find-event.js';

export interface EventWork extends EventView {
  canEdit: boolean;
  parts: { part: Part; lacks: number }[];
  /** What can be done now, each with the reason when it is off. */
  actions: { action: EventAction; reason: string | null }[];
}

/** An event for those who prepare it. */
@Injectable()
export class EventWorkFor {
  constructor(
    private readonly db: Database,
    private readonly read: EventForPage,
  ) {}

  async execute(ctx: Context, id: string): Promise<EventWork> {
    const event = await eventFor(this.db, ctx.actor, id, 'work');
    const isOfficer = holds(ctx.actor, ['officer'], event.organiserId);
    const missing = missingIn(event);
    return {
      ...(await this.read.view(ctx, event, true)),
      canEdit: isOfficer && event.state !== 'cancelled',
      parts: PART_NAMES.map((part) => ({ part, lacks: missing.filter((one) => one.part === part).length })),
      actions: isOfficer ? actionsOf(event, missing.length, ctx.now) : [],
    };
  }
}

function actionsOf(event: EventRow, lacks: number, now: Date): EventWork['actions'] {
  const subject = { lacks, startsAt: event.startsAt, now };
  return (
    eventLifecycle
      .available(event.state, 'officer', subject)
      // A new day is ahead whatever the old one was; holding before the beginning is no button at all.
      .map((one) => (one.action === 'reschedule' ? { ...one, reason: null } : one))
      .filter(({ action, reason }) => action !== 'report' && (action !== 'hold' || reason === null))
  );
}
