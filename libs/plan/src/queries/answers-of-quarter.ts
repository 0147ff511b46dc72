import { Injectable } from '@nestjs/common';
import type { Quarter } from '#libs/measures';
import type { Context } from '#libs/platform/access';
import { kyivDay } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { grouped } from '../model/grouped.js';
import { quarterCalendar, type LetterStep, type QuarterCalendar } from '../model/quarter-calendar.js';
import { STANDINGS, type Standing } from '../model/standing.js';
import { answerSheet, type AnswerSheet } from './answer-sheet.js';
import { planById, type PlanRow } from './find-plan.js';
import { sliceStandings } from './slice-standings.js';

export interface BodyOfQuarter {
  bodyId: string;
  name: string;
  email: string | null;
  /** The measures by how they stand: late first. */
  standings: { standing: Standing; numbers: string[] }[];
  isLate: boolean;
  canDecide: boolean;
  isBound: boolean;
}

export interface AnswersOfQuarter {
  plan: PlanRow;
  quarter: Quarter;
  calendar: QuarterCalendar;
  sendsLetters: boolean;
  rounds: { step: LetterStep; doneAt: Date; letters: number }[];
  bodies: BodyOfQuarter[];
}

const ORDER: readonly Standing[] = [
  'late',
  'returned',
  'submitted',
  'awaited',
  'accepted',
  'hindered',
  'not-bound',
  'own',
];

/** Who has answered about a quarter; who is late stands first. */
@Injectable()
export class AnswersForOfficer {
  constructor(private readonly db: Database) {}

  async quarter(ctx: Context, planId: string, quarter: Quarter): Promise<AnswersOfQuarter> {
    const plan = await planById(this.db, ctx.actor, planId);
    const rows = await sliceStandings(this.db, { planId, quarter }, kyivDay(ctx.now));
    const bodies = [...grouped(rows, ({ bodyId }) => bodyId).values()].map((own): BodyOfQuarter => {
      const byStanding = grouped(own, ({ standing }) => standing);
      return {
        ...{ bodyId: own[0]!.bodyId, name: own[0]!.name, email: own[0]!.email },
        standings: ORDER.filter((one) => byStanding.has(one)).map((standing) => ({
          standing,
          numbers: byStanding.get(standing)!.map(({ number }) => number),
        })),
        isLate: byStanding.has('late'),
        canDecide: byStanding.has('submitted'),
        isBound: own.some(({ standing }) => standing !== 'not-bound' && standing !== 'own'),
      };
    });
    const weight = ({ standings }: BodyOfQuarter) => ORDER.indexOf(standings[0]!.standing);
    const setting = await this.db.one<{ sendsLetters: boolean }>(
      'select sends_letters as "sendsLetters" from plan.plan_setting where plan_id = $1',
      [planId],
    );
    const rounds = await this.db.rows<AnswersOfQuarter['rounds'][number]>(
      'select step, done_at as "doneAt", letters from plan.letter_round where plan_id = $1 and quarter = $2 order by done_at',
      [planId, quarter],
    );
    return {
      ...{ plan, quarter, calendar: quarterCalendar(plan.year, quarter), rounds },
      sendsLetters: setting?.sendsLetters ?? false,
      bodies: bodies.sort((a, b) => weight(a) - weight(b)),
    };
  }

  async sheet(ctx: Context, planId: string, quarter: Quarter, bodyId: string): Promise<AnswerSheet> {
    const plan = await planById(this.db, ctx.actor, planId);
    return answerSheet(this.db, plan, bodyId, quarter);
  }
}

export const STANDING_TONES: Record<(typeof STANDINGS)[number], string> = {
  own: 'neutral',
  'not-bound': 'closed',
  hindered: 'warning',
  accepted: 'success',
  submitted: 'info',
  returned: 'warning',
  awaited: 'progress',
  late: 'danger',
};
