import { Injectable } from '@nestjs/common';
import { kyivDay } from '#libs/platform/clock';
import type { Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, Forbidden, NotFound, invalidField } from '#libs/platform/errors';
import { HOLDING_STATES, hasTime, type DefenceOutcome, type TimedSlot } from '../model/defence.js';
import { defenceChanged, defenceNoted, defenceRecordingNamed } from '../model/evaluation.facts.js';
import { overlap } from '../model/fit-slots.js';
import { defenceDays, defenceSlots, isRecused } from '../queries/read-defence.js';
import { askForRating } from './ask-for-rating.js';
import { DefenceLetters } from './defence-letters.js';
import { lockDefence } from './lock-defence.js';

const RECORDING_STATES: readonly string[] = [...HOLDING_STATES, 'rated', 'decided'];

/** The defence of one proposal as a window saw it. */
export interface SlotEdit {
  competitionId: string;
  applicationId: string;
  version: number;
}

/** How the defence of each proposal went: who came, what was asked; and who comes at another time (rule 43). */
@Injectable()
export class NoteDefence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly letters: DefenceLetters,
  ) {}

  /** May be mended until the minutes are signed. */
  outcome(ctx: Context, edit: SlotEdit, outcome: DefenceOutcome): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, slot } = await takeSlot(tx, edit);
      if (kyivDay(tx.now) < kyivDay(slot.startsAt)) throw new Conflict('evaluation.defence-not-yet');
      await tx.change('update evaluation.defence_slot set state = $2, noted_at = $3 where application_id = $1', [
        ...[edit.applicationId, outcome, tx.now],
      ]);
      tx.record(defenceNoted, {
        subjectId: edit.applicationId,
        scopeId: edit.competitionId,
        particulars: { outcome },
      });
      // The last one to be heard may be all that the rating waited for.
      await askForRating(tx, competition);
    });
  }

  /** Questions and answers in short; only of who came. */
  questions(ctx: Context, edit: SlotEdit, questions: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { slot } = await takeSlot(tx, edit);
      if (slot.state !== 'attended') throw new Conflict('evaluation.defence-not-heard');
      await tx.change('update evaluation.defence_slot set questions = $2 where application_id = $1', [
        ...[edit.applicationId, questions],
      ]);
    });
  }

  /** Another time on one of the days of the defence, for a reason; the applicant is told. */
  move(ctx: Context, edit: SlotEdit, { startsAt, reason }: { startsAt: Date; reason: string }): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, slot } = await takeSlot(tx, edit);
      if (startsAt <= tx.now) throw invalidField('startsAt', 'evaluation.defence-day-past');
      const days = await defenceDays(tx, edit.competitionId);
      const day = days.find((one) => kyivDay(one.startsAt) === kyivDay(startsAt));
      if (!day) throw invalidField('startsAt', 'evaluation.defence-no-such-day');
      const endsAt = new Date(startsAt.getTime() + (slot.endsAt.getTime() - slot.startsAt.getTime()));
      const others = (await defenceSlots(tx, edit.competitionId)).filter(hasTime);
      const met = others.find((one) => isInTheWay(one, slot) && overlap(one, { startsAt, endsAt }));
      if (met) throw invalidField('startsAt', 'evaluation.defence-time-taken', { code: met.registerCode });
      await tx.change(
        `update evaluation.defence_slot
            set day_id = $2, starts_at = $3, ends_at = $4, move_reason = $5, state = 'planned', noted_at = null,
                sequence = sequence + 1, changed_at = $6
          where application_id = $1`,
        [edit.applicationId, day.id, startsAt, endsAt, reason, tx.now],
      );
      tx.record(defenceChanged, {
        subjectId: edit.applicationId,
        scopeId: edit.competitionId,
        particulars: { reason, startsAt: startsAt.toISOString() },
      });
      const { applicationId, registerCode } = slot;
      const change = { applicationId, registerCode, dayId: day.id, startsAt, before: slot.startsAt };
      await this.letters.moved(tx, competition, change, reason);
    });
  }

  /** Where the recording can be seen, for everybody. */
  recording(ctx: Context, competitionId: string, url: string | null): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { defence } = await lockDefence(tx, competitionId, RECORDING_STATES);
      if (defence.state !== 'published') throw new Conflict('evaluation.defence-not-now');
      await tx.change('update evaluation.defence set recording_url = $2 where competition_id = $1', [
        ...[competitionId, url],
      ]);
      tx.record(defenceRecordingNamed, { subjectId: competitionId, scopeId: competitionId, particulars: { url } });
    });
  }
}

const isInTheWay = (one: TimedSlot, slot: TimedSlot): boolean =>
  one.applicationId !== slot.applicationId && !one.isGone && one.state !== 'missed';

/** Locks the slot for one change. @throws Forbidden for who is recused from the proposal (rule 32) */
async function takeSlot(tx: Tx, { competitionId, applicationId, version }: SlotEdit) {
  const { competition } = await lockDefence(tx, competitionId, HOLDING_STATES);
  const slot = (await defenceSlots(tx, competitionId)).find((one) => one.applicationId === applicationId);
  if (!slot || !hasTime(slot) || slot.isGone) throw new NotFound();
  if (await isRecused(tx, applicationId, tx.actor.personId)) throw new Forbidden('evaluation.own-conflict');
  if (slot.isMinuted) throw new Conflict('evaluation.defence-minuted');
  const taken = await tx.change(
    'update evaluation.defence_slot set version = version + 1 where application_id = $1 and version = $2',
    [applicationId, version],
  );
  if (taken === 0) throw new Conflict('evaluation.defence-saved-elsewhere');
  return { competition, slot };
}
