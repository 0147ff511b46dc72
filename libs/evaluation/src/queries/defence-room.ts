import { Injectable } from '@nestjs/common';
import { competitionById, slotOf, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { hasTime, HOLDING_STATES, type DefenceDay, type DefenceRow, type TimedSlot } from '../model/defence.js';
import {
  defenceDays,
  defenceOf,
  defenceSlots,
  presentersOf,
  recusedFrom,
  type Presenter,
  type Recused,
} from './read-defence.js';

export interface RoomSlot extends TimedSlot {
  /** Empty also for who is recused: the person takes no part. */
  presenters: Presenter[];
  recused: Recused[];
  isOwnConflict: boolean;
}

export interface RoomView {
  competition: CompetitionRow;
  defence: DefenceRow;
  days: (DefenceDay & { slots: RoomSlot[] })[];
  /** The first that was not heard yet. */
  next: RoomSlot | null;
  counts: { total: number; attended: number; missed: number };
  mayLead: boolean;
  /** What the conditions say of a proposal whose presenter did not come. */
  noShow: string | null;
}

/** The defence as those in the room see it: who presents, who takes no part, how it went. */
@Injectable()
export class DefenceRoom {
  constructor(private readonly db: Database) {}

  /** @throws NotFound before the agenda is published */
  async execute(ctx: Context, competitionId: string): Promise<RoomView> {
    const competition = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'see-defence', ctx.actor, competition);
    const defence = await defenceOf(this.db, competitionId);
    if (!defence || defence.state === 'draft') throw new NotFound();
    const slots = await this.slots(ctx, competitionId);
    const days = await defenceDays(this.db, competitionId);
    const count = (state: string) => slots.filter((slot) => slot.state === state && !slot.isGone).length;
    return {
      ...{ competition, defence },
      days: days.map((day) => ({ ...day, slots: slots.filter(({ dayId }) => dayId === day.id) })),
      next: slots.find(({ state, isGone }) => state === 'planned' && !isGone) ?? null,
      counts: {
        total: slots.filter(({ isGone }) => !isGone).length,
        attended: count('attended'),
        missed: count('missed'),
      },
      mayLead: evaluationPolicy['lead-defence'].allows(ctx.actor, competition),
      noShow: slotOf(competition, 'noShow'),
    };
  }

  /** One proposal of it. @throws NotFound */
  async slot(ctx: Context, competitionId: string, applicationId: string) {
    const view = await this.execute(ctx, competitionId);
    const day = view.days.find(({ slots }) => slots.some((one) => one.applicationId === applicationId));
    const slot = day?.slots.find((one) => one.applicationId === applicationId);
    if (!day || !slot) throw new NotFound();
    const isOpen = HOLDING_STATES.includes(view.competition.state) && view.defence.state === 'published';
    return {
      ...{ ...view, day, slot },
      mayNote: view.mayLead && isOpen && !slot.isOwnConflict && !slot.isMinuted && !slot.isGone,
    };
  }

  private async slots(ctx: Context, competitionId: string): Promise<RoomSlot[]> {
    const timed = (await defenceSlots(this.db, competitionId)).filter(hasTime);
    const ids = timed.map(({ applicationId }) => applicationId);
    const presenters = await presentersOf(this.db, ids);
    const recused = await recusedFrom(this.db, competitionId);
    return timed.map((slot) => {
      const without = recused.get(slot.applicationId) ?? [];
      const isOwnConflict = without.some(({ personId }) => personId === ctx.actor.personId);
      const named = isOwnConflict ? [] : (presenters.get(slot.applicationId) ?? []);
      return { ...slot, presenters: named, recused: without, isOwnConflict };
    });
  }
}
