import { Injectable } from '@nestjs/common';
import { competitionById, slotOf, type CompetitionRow } from '#libs/competitions';
import { holds, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { HOLDING_STATES, hasTime, type DefenceDay, type DefenceRow, type TimedSlot } from '../model/defence.js';
import { defenceDays, defenceOf, defenceSlot, presentersOf, type Presenter } from './read-defence.js';

export interface OwnDefence {
  competition: CompetitionRow;
  defence: DefenceRow;
  slot: TimedSlot;
  day: DefenceDay | null;
  presenters: Presenter[];
  /** Until the beginning. */
  isOpen: boolean;
  noShow: string | null;
}

/** The applicant's own time, place and presenters. */
@Injectable()
export class PresentersForApplicant {
  constructor(private readonly db: Database) {}

  /** @throws NotFound for everybody but those who act for the applicant, and before the agenda */
  async execute(ctx: Context, applicationId: string): Promise<OwnDefence> {
    const slot = await defenceSlot(this.db, applicationId);
    if (!slot || !hasTime(slot) || !holds(ctx.actor, ['applicant'], slot.organisationId)) throw new NotFound();
    const competition = await competitionById(this.db, slot.competitionId);
    const defence = (await defenceOf(this.db, competition.id))!;
    const day = (await defenceDays(this.db, competition.id)).find(({ id }) => id === slot.dayId) ?? null;
    const isOpen = HOLDING_STATES.includes(competition.state) && defence.state === 'published' && !slot.isGone;
    return {
      ...{ competition, defence, slot, day, isOpen: isOpen && ctx.now < slot.startsAt },
      presenters: (await presentersOf(this.db, [applicationId])).get(applicationId) ?? [],
      noShow: slotOf(competition, 'noShow'),
    };
  }
}
