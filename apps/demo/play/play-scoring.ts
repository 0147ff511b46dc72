import { Injectable } from '@nestjs/common';
import {
  DeclareConflicts,
  NO_ADVICE,
  SaveScoreSheet,
  SignSheets,
  type Advice,
  type Declaration,
} from '#libs/evaluation';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import type { Season } from '../compose/season.js';
import { Stage } from './stage.js';
import type { DemoSheet, Member } from './world-data.js';

interface Queued {
  assignmentId: string;
  key: string;
  requestedKop: number;
}

/** How far a member has come through the queue, in tenths; ten = all, and signed. */
const HALF_DONE = [10, 7, 5, 3, 10, 6, 0, 4, 2];
const ALL_TENTHS = 10;

/** Members declare conflicts, score their queues and sign. */
@Injectable()
export class PlayScoring {
  constructor(
    private readonly stage: Stage,
    private readonly db: Database,
    private readonly declare: DeclareConflicts,
    private readonly score: SaveScoreSheet,
    private readonly sign: SignSheets,
  ) {}

  /** `proposals`: ids by key of the submitted ones. */
  async declareAll(competitionId: string, season: Season, proposals: Record<string, string>): Promise<void> {
    for (const person of season.commission) {
      const declarations = Object.entries(proposals).map(([key, applicationId]): Declaration => {
        const conflict = season.conflicts.find((one) => one.person === person.key && one.application === key);
        return { applicationId, kind: conflict?.kind ?? 'none', reason: conflict?.reason ?? '' };
      });
      await this.declare.execute(await this.stage.as(person.email), competitionId, declarations);
    }
  }

  /** Everybody scores everything and signs. */
  scoreAll(competitionId: string, season: Season, proposals: Record<string, string>): Promise<void> {
    return this.scoreTenths(competitionId, season, proposals, () => ALL_TENTHS);
  }

  /** Each member stands somewhere else in the queue; who is through has signed. */
  scoreHalf(competitionId: string, season: Season, proposals: Record<string, string>): Promise<void> {
    return this.scoreTenths(competitionId, season, proposals, (seat) => HALF_DONE[seat % HALF_DONE.length]!);
  }

  private async scoreTenths(
    competitionId: string,
    season: Season,
    proposals: Record<string, string>,
    tenthsOf: (seat: number) => number,
  ): Promise<void> {
    const signing: Context[] = [];
    await this.stage.together([...season.commission.entries()], async ([seat, person]) => {
      const ctx = await this.stage.as(person.email);
      const queue = await this.queue(competitionId, ctx.actor.personId!, proposals);
      const done = Math.round((queue.length * tenthsOf(seat)) / ALL_TENTHS);
      await this.scoreFirst(ctx, season, person, queue, done);
      if (done === queue.length && done > 0) signing.push(ctx);
    });
    for (const ctx of signing) await this.sign.execute(ctx, competitionId);
  }

  /** The first `done` of the queue are ready; the next one, if any, is begun. */
  private async scoreFirst(
    ctx: Context,
    season: Season,
    person: Member,
    queue: readonly Queued[],
    done: number,
  ): Promise<void> {
    const begun = done > 0 ? done + 1 : 0;
    for (const [index, { assignmentId, key, requestedKop }] of queue.slice(0, begun).entries()) {
      const sheet = season.sheets.find((one) => one.person === person.key && one.application === key)!;
      const entered = index < done ? whole(sheet, requestedKop) : started(sheet);
      await this.score.execute(ctx, assignmentId, { version: 0, ...entered });
    }
  }

  private async queue(competitionId: string, personId: string, proposals: Record<string, string>): Promise<Queued[]> {
    const rows = await this.db.rows<{ assignmentId: string; applicationId: string; requestedKop: string }>(
      `select a.id as "assignmentId", a.application_id as "applicationId", v.requested_kop as "requestedKop"
         from evaluation.assignment a join applications.v_application v on v.id = a.application_id
        where a.competition_id = $1 and a.person_id = $2 and a.ended_at is null order by a.position`,
      [competitionId, personId],
    );
    const keyOf = new Map(Object.entries(proposals).map(([key, id]) => [id, key]));
    return rows.map(({ assignmentId, applicationId, requestedKop }) => ({
      ...{ assignmentId, key: keyOf.get(applicationId)!, requestedKop: Number(requestedKop) },
    }));
  }
}

const scoresOf = ({ points }: DemoSheet) =>
  Object.entries(points).map(([key, each]) => ({ key, points: each, comment: '' }));

const WHOLE_THOUSAND_KOP = 100_000;
/** Where a criterion got at most so much, the demo's commission advises nine tenths of what is asked. */
const WEAK = 2;

const whole = (sheet: DemoSheet, requestedKop: number) => ({
  ...{ scores: scoresOf(sheet), comment: sheet.comment, isReady: true },
  advice: adviceOf(sheet, requestedKop),
});

function adviceOf({ points }: DemoSheet, requestedKop: number): Advice {
  if (Object.values(points).every((each) => each > WEAK)) return { ...NO_ADVICE, confidence: 'high' };
  return {
    recommendedKop: Math.floor((requestedKop * 0.9) / WHOLE_THOUSAND_KOP) * WHOLE_THOUSAND_KOP,
    recommendedReason: 'Частину витрат можна зменшити без шкоди для результату.',
    confidence: 'medium',
  };
}

/** Two criteria of four, and no comment yet. */
const started = (sheet: DemoSheet) => ({
  ...{ scores: scoresOf(sheet).slice(0, 2), comment: '', isReady: false, advice: NO_ADVICE },
});
