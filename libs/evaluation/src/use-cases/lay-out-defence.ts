import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { hasTime, type DefenceRow, type DefenceSlot, type TimedSlot } from '../model/defence.js';
import { fitSlots, inDefenceOrder, overlap, type FittedSlot } from '../model/fit-slots.js';
import { defenceDays, defenceSlots, proposalsToDefend } from '../queries/read-defence.js';

export interface SlotChange {
  applicationId: string;
  registerCode: string;
  dayId: string;
  startsAt: Date;
  /** Null = it had no time before. */
  before: Date | null;
}

type Placed = Pick<DefenceSlot, 'applicationId' | 'registerCode'> & { slot: DefenceSlot | undefined; rank: number };

/**
 * Gives every proposal its time by the days and the order. Once the agenda is published nobody changes places: the days
 * move, who was heard or put to a time of its own stays, and who was admitted since comes last.
 */
@Injectable()
export class LayOutDefence {
  /** Returns what is new to somebody. `touchedDay`: its place or link is another one now. @throws Conflict when the days are too short */
  async within(tx: Tx, defence: DefenceRow, touchedDay: string | null = null): Promise<SlotChange[]> {
    const placed = await this.inOrder(tx, defence);
    const fitted = fitSlots(await defenceDays(tx, defence.competitionId), placed.length);
    const missing = placed.length - fitted.length;
    if (missing > 0) throw new Conflict('evaluation.defence-too-short', { count: missing });
    const changes = placed.flatMap((one, index) => changeOf(one, fitted[index]!, touchedDay));
    refuseOverlap(placed, changes);
    await save(tx, defence.competitionId, changes);
    return changes.map(({ applicationId, registerCode, dayId, startsAt, slot }) => ({
      ...{ applicationId, registerCode, dayId, startsAt, before: slot?.startsAt ?? null },
    }));
  }

  private async inOrder(tx: Tx, defence: DefenceRow): Promise<Placed[]> {
    const slots = await defenceSlots(tx, defence.competitionId);
    const bySlot = new Map(slots.map((slot) => [slot.applicationId, slot]));
    const proposals = await proposalsToDefend(tx, defence.competitionId);
    const isPublished = defence.publishedAt !== null;
    // Also who takes no part any more keeps the place, so that the others keep theirs.
    const gone = isPublished ? slots.filter(({ isGone }) => isGone) : [];
    const ordered = inDefenceOrder(
      [...proposals, ...gone],
      isPublished ? { orderBy: 'hand', seed: null } : { orderBy: defence.orderBy, seed: defence.seed },
    );
    return ordered.map(({ applicationId, registerCode }, index) => {
      return { applicationId, registerCode, slot: bySlot.get(applicationId), rank: index + 1 };
    });
  }
}

type Change = Placed & FittedSlot;

function changeOf(one: Placed, fitted: FittedSlot, touchedDay: string | null): Change[] {
  const { slot } = one;
  if (!slot || !hasTime(slot)) return [{ ...one, ...fitted }];
  if (slot.state !== 'planned' || slot.isGone) return [];
  const next = slot.moveReason === null ? fitted : slot;
  const isSame = [next.startsAt, next.endsAt].map(Number).join() === [slot.startsAt, slot.endsAt].map(Number).join();
  if (isSame && next.dayId === slot.dayId && slot.dayId !== touchedDay) return [];
  return [{ ...one, dayId: next.dayId, startsAt: next.startsAt, endsAt: next.endsAt }];
}

/** Who was put to a time of its own must not meet the others there. */
function refuseOverlap(placed: readonly Placed[], changes: readonly Change[]): void {
  const moved = placed.flatMap(({ slot }): TimedSlot[] =>
    slot && hasTime(slot) && slot.moveReason !== null && !slot.isGone ? [slot] : [],
  );
  const met = changes.find((change) =>
    moved.some((slot) => slot.applicationId !== change.applicationId && overlap(slot, change)),
  );
  if (met) throw new Conflict('evaluation.defence-time-taken', { code: met.registerCode });
}

async function save(tx: Tx, competitionId: string, changes: readonly Change[]): Promise<void> {
  await tx.change(
    `insert into evaluation.defence_slot as s
       (application_id, competition_id, rank, day_id, starts_at, ends_at, state, version, sequence, changed_at)
     select application_id, $1, rank, day_id, starts_at, ends_at, 'planned', 1, 0, $2
       from unnest($3::uuid[], $4::int[], $5::uuid[], $6::timestamptz[], $7::timestamptz[])
         as one (application_id, rank, day_id, starts_at, ends_at)
     on conflict (application_id) do update
       set rank = excluded.rank, day_id = excluded.day_id, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
           version = s.version + 1, changed_at = excluded.changed_at,
           sequence = s.sequence + case when s.starts_at is null then 0 else 1 end`,
    [
      ...[competitionId, tx.now, changes.map((one) => one.applicationId), changes.map((one) => one.rank)],
      ...[changes.map((one) => one.dayId), changes.map((one) => one.startsAt), changes.map((one) => one.endsAt)],
    ],
  );
}
