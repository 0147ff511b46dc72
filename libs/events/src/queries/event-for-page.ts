import { Injectable } from '@nestjs/common';
import { planPaths } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import type { EventRow } from '../model/event.js';
import { phaseAt, type Phase } from '../model/phase.js';
import { changesOf, type ChangeRow } from './changes-of-event.js';
import { TAKEN } from './find-registration.js';

export interface MeasureLine {
  number: string;
  title: string;
  titleEn: string | null;
  path: string;
}

export interface EventView {
  event: EventRow;
  organiserName: string;
  phase: Phase;
  /** Places that anybody can still have; null when nobody counts. */
  left: number | null;
  measure: MeasureLine | null;
  changes: ChangeRow[];
  /** Whether the reader is told where it is. */
  isPlaceTold: boolean;
}

/** An event with what stands around it. */
@Injectable()
export class EventForPage {
  constructor(private readonly db: Database) {}

  /** `isInside`: for whoever is registered, or works for the authority. */
  async view(ctx: Context, event: EventRow, isInside = false): Promise<EventView> {
    const frame = await this.db.one<{ organiserName: string; taken: number }>(
      `select o.name as "organiserName", ${TAKEN} as taken
         from events.event e join identity.v_organiser o on o.id = e.organiser_id where e.id = $1`,
      [event.id],
    );
    const { organiserName, taken } = frame!;
    return {
      ...{ event, organiserName },
      phase: phaseAt(event, taken, ctx.now),
      left: event.capacity === null ? null : Math.max(0, event.capacity - event.reservedSeats - taken),
      measure: await measureLine(this.db, event.measureId),
      changes: await changesOf(this.db, event, isInside),
      isPlaceTold: isInside || event.locationVisibility === 'public',
    };
  }
}

export async function measureLine(reader: Reader, measureId: string | null): Promise<MeasureLine | null> {
  if (measureId === null) return null;
  const row = await reader.one<Omit<MeasureLine, 'path'> & { slug: string; year: number }>(
    `select number, title, title_en as "titleEn", organiser_slug as slug, year from measures.v_measure where id = $1`,
    [measureId],
  );
  if (!row) return null;
  const { slug, year, ...line } = row;
  return { ...line, path: planPaths.measure(slug, year, line.number) };
}
