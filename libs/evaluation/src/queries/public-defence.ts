import { Injectable } from '@nestjs/common';
import { competitionByCode, type CompetitionRow } from '#libs/competitions';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { hasTime, type DefenceDay, type DefenceState, type DefenceOrder } from '../model/defence.js';
import { sha256Hex } from '../model/lot.js';
import { defenceDays, defenceOf, defenceSlots } from './read-defence.js';

/** A line of the agenda. Who presents, and what was asked, is not in it. */
export interface AgendaLine {
  applicationId: string;
  registerCode: string;
  title: string;
  organisationName: string;
  startsAt: Date;
  endsAt: Date;
  state: 'planned' | 'attended' | 'missed' | 'gone';
  isMoved: boolean;
  sequence: number;
  changedAt: Date;
  dayId: string;
}

export interface PublicDefenceView {
  competition: CompetitionRow;
  state: DefenceState;
  orderBy: DefenceOrder;
  cancelReason: string | null;
  recordingUrl: string | null;
  /** Of the lot: the hash from the day on which it was chosen, the seed with the agenda. */
  seedSha256: string | null;
  seed: string | null;
  days: (Omit<DefenceDay, 'isOnlinePublic'> & { lines: AgendaLine[] })[];
  changedAt: Date;
  /** How many acts and corrections the competition had: calendars count them too. */
  changes: number;
}

/** The agenda for everybody; before it is published only the hash of the lot. */
@Injectable()
export class PublicDefence {
  constructor(private readonly db: Database) {}

  /** @throws NotFound while there is nothing to see */
  async execute(code: string): Promise<PublicDefenceView> {
    const competition = await competitionByCode(this.db, code);
    const defence = await defenceOf(this.db, competition.id);
    if (!defence || (defence.state === 'draft' && defence.seed === null)) throw new NotFound();
    const isPublished = defence.state !== 'draft';
    const days = isPublished ? await this.days(competition.id) : [];
    const call = await this.db.one<{ changes: number; changedAt: Date }>(
      'select changes, changed_at as "changedAt" from competitions.v_call where id = $1',
      [competition.id],
    );
    const { state, orderBy, cancelReason, recordingUrl, seed } = defence;
    const lines = days.flatMap((day) => day.lines.map(({ changedAt }) => changedAt.getTime()));
    return {
      ...{ competition, state, orderBy, cancelReason, recordingUrl, days },
      ...{ seedSha256: seed && sha256Hex(seed), seed: isPublished ? seed : null },
      changedAt: new Date(Math.max(defence.changedAt.getTime(), call?.changedAt.getTime() ?? 0, ...lines)),
      changes: call?.changes ?? 0,
    };
  }

  private async days(competitionId: string): Promise<PublicDefenceView['days']> {
    const slots = (await defenceSlots(this.db, competitionId)).filter(hasTime);
    const lines = slots.map(({ moveReason, isGone, state, sequence, ...slot }): AgendaLine => ({
      ...{ applicationId: slot.applicationId, registerCode: slot.registerCode, title: slot.title },
      ...{ organisationName: slot.organisationName, startsAt: slot.startsAt, endsAt: slot.endsAt },
      ...{ changedAt: slot.changedAt, dayId: slot.dayId, isMoved: moveReason !== null },
      state: isGone ? 'gone' : state,
      sequence: isGone ? sequence + 1 : sequence,
    }));
    return (await defenceDays(this.db, competitionId)).map(({ isOnlinePublic, ...day }) => ({
      ...day,
      onlineUrl: isOnlinePublic ? day.onlineUrl : null,
      lines: lines.filter(({ dayId }) => dayId === day.id),
    }));
  }
}
