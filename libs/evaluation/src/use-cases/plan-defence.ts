import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { lockCompetition, slotOf, type CompetitionRow } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { newId, UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound, TooMany, invalidField } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { dayProblems } from '../model/defence-day-problems.js';
import {
  DEFENCE_LIMITS,
  PLANNING_STATES,
  type DefenceDay,
  type DefenceOrder,
  type DefenceRow,
} from '../model/defence.js';
import { defenceChanged, defenceOrderChosen, defencePlanned } from '../model/evaluation.facts.js';
import { sha256Hex } from '../model/lot.js';
import { defenceDays, defenceOf, defenceSlots } from '../queries/read-defence.js';
import { DefenceLetters, whereWords } from './defence-letters.js';
import { LayOutDefence } from './lay-out-defence.js';

export type DayInput = Omit<DefenceDay, 'id'>;

/** What a window saw, and why the published agenda changes. */
export interface DefenceEdit {
  version: number;
  reason: string | null;
}

const SEED_BYTES = 32;

/** The days of the defence and the order of proposals. After the agenda is published a change has a reason and is told (rule 43). */
@Injectable()
export class PlanDefence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly layOut: LayOutDefence,
    private readonly letters: DefenceLetters,
  ) {}

  saveDay(ctx: Context, competitionId: string, dayId: string | null, day: DayInput, edit: DefenceEdit): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, defence } = await this.take(tx, competitionId, edit);
      const days = await defenceDays(tx, competitionId);
      const before = days.find(({ id }) => id === dayId);
      if (dayId !== null && !before) throw new NotFound();
      if (!before && days.length >= DEFENCE_LIMITS.days)
        throw new TooMany('evaluation.defence-days-many', { max: DEFENCE_LIMITS.days });
      const others = days.filter(({ id }) => id !== dayId);
      const problems = dayProblems(day, others, {
        ...{
          now: tx.now,
          from: competition.defenceOn ?? kyivDay(competition.closesAt!),
          until: competition.decisionUntil,
        },
        mayBeOnline: slotOf(competition, 'onlineSessions') === true,
      });
      if (problems[0]) throw invalidField(problems[0].field, problems[0].code, problems[0].data);
      await saveDay(tx, competitionId, dayId ?? newId(), day);
      const isElsewhere = before !== undefined && whereWords(before) !== whereWords(day);
      await this.follow(tx, competition, defence, { reason: edit.reason, touchedDay: isElsewhere ? dayId : null });
    });
  }

  removeDay(ctx: Context, competitionId: string, dayId: string, edit: DefenceEdit): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { competition, defence } = await this.take(tx, competitionId, edit, 'removalReason');
      const slots = await defenceSlots(tx, competitionId);
      const isUsed = slots.some(
        (slot) => slot.dayId === dayId && !slot.isGone && (slot.state !== 'planned' || slot.moveReason !== null),
      );
      if (isUsed) throw new Conflict('evaluation.defence-day-used');
      const removed = await tx.change(
        'update evaluation.defence_day set removed_at = $3 where id = $1 and competition_id = $2 and removed_at is null',
        [dayId, competitionId, tx.now],
      );
      if (removed === 0) throw new NotFound();
      await this.follow(tx, competition, defence, { reason: edit.reason, touchedDay: null });
    });
  }

  /** The order is chosen before the agenda; a lot that was chosen once is not drawn again. */
  chooseOrder(
    ctx: Context,
    competitionId: string,
    { orderBy, ranks }: { orderBy: DefenceOrder; ranks: ReadonlyMap<string, number> },
    version: number,
  ): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const { defence } = await this.take(tx, competitionId, { version, reason: null });
      if (defence.state !== 'draft') throw new Conflict('evaluation.defence-order-set');
      if (defence.orderBy === 'lot' && orderBy !== 'lot') throw new Conflict('evaluation.defence-lot-set');
      const seed = orderBy === 'lot' ? (defence.seed ?? randomBytes(SEED_BYTES).toString('hex')) : null;
      await tx.change('update evaluation.defence set order_by = $2, seed = $3 where competition_id = $1', [
        ...[competitionId, orderBy, seed],
      ]);
      await saveRanks(tx, competitionId, orderBy === 'hand' ? ranks : new Map());
      if (orderBy === defence.orderBy) return;
      const particulars = { orderBy, ...(seed && { seedSha256: sha256Hex(seed) }) };
      tx.record(defenceOrderChosen, { subjectId: competitionId, scopeId: competitionId, particulars });
    });
  }

  /** Locks, and refuses the second of two windows. A published agenda changes for a reason. */
  private async take(tx: Tx, competitionId: string, { version, reason }: DefenceEdit, field = 'reason') {
    const competition = await lockCompetition(tx, competitionId);
    demand(evaluationPolicy, 'lead-defence', tx.actor, competition);
    if (!PLANNING_STATES.includes(competition.state)) throw new Conflict('evaluation.defence-not-now');
    await takeVersion(tx, competitionId, version);
    const defence = (await defenceOf(tx, competitionId))!;
    if (defence.state === 'cancelled') throw new Conflict('evaluation.defence-not-now');
    if (defence.state === 'published' && reason === null) throw invalidField(field, 'evaluation.defence-reason');
    return { competition, defence };
  }

  private async follow(
    tx: Tx,
    competition: CompetitionRow,
    defence: DefenceRow,
    { reason, touchedDay }: { reason: string | null; touchedDay: string | null },
  ): Promise<void> {
    const { id } = competition;
    if (defence.state === 'draft') {
      tx.record(defencePlanned, { subjectId: id, scopeId: id, particulars: {} });
      return;
    }
    const changes = await this.layOut.within(tx, defence, touchedDay);
    tx.record(defenceChanged, { subjectId: id, scopeId: id, particulars: { reason, proposals: changes.length } });
    await this.letters.change(tx, competition, changes, reason!);
  }
}

async function takeVersion(tx: Tx, competitionId: string, version: number): Promise<void> {
  const taken =
    version === 0
      ? await tx.change(
          `insert into evaluation.defence (competition_id, state, version, order_by, changed_at)
           values ($1, 'draft', 1, 'register', $2) on conflict do nothing`,
          [competitionId, tx.now],
        )
      : await tx.change(
          'update evaluation.defence set version = version + 1, changed_at = $3 where competition_id = $1 and version = $2',
          [competitionId, version, tx.now],
        );
  if (taken === 0) throw new Conflict('evaluation.defence-saved-elsewhere');
}

async function saveDay(tx: Tx, competitionId: string, id: string, day: DayInput): Promise<void> {
  await tx.change(
    `insert into evaluation.defence_day (id, competition_id, starts_at, ends_at, place, online_url, is_online_public,
                                         minutes_each, pause_after, pause_minutes)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (id) do update set starts_at = $3, ends_at = $4, place = $5, online_url = $6, is_online_public = $7,
                                    minutes_each = $8, pause_after = $9, pause_minutes = $10`,
    [
      ...[id, competitionId, day.startsAt, day.endsAt, day.place, day.onlineUrl, day.isOnlinePublic],
      ...[day.minutesEach, day.pauseAfter, day.pauseMinutes],
    ],
  );
}

/** What was typed before the agenda; the slots have no time yet. */
async function saveRanks(tx: Tx, competitionId: string, ranks: ReadonlyMap<string, number>): Promise<void> {
  await tx.change('delete from evaluation.defence_slot where competition_id = $1', [competitionId]);
  await tx.change(
    `insert into evaluation.defence_slot (application_id, competition_id, rank, state, version, sequence, changed_at)
     select v.id, $1, one.rank, 'planned', 1, 0, $2
       from unnest($3::uuid[], $4::int[]) as one (application_id, rank)
       join applications.v_application v on v.id = one.application_id and v.competition_id = $1`,
    [competitionId, tx.now, [...ranks.keys()], [...ranks.values()]],
  );
}
