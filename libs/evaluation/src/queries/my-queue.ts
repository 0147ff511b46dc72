import { Injectable } from '@nestjs/common';
import { competitionById } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { laterOf } from '../model/second-look.js';
import { whyScoringIsClosed, type SheetState } from '../model/sheet.js';
import { revisableOf, type Revisable } from './second-score.js';
import { myCompetitions, type MyCompetition } from './my-scoring.js';

/** One proposal of a person's queue with the own sheet; never another's (rule 42). */
export interface QueueRow {
  assignmentId: string;
  applicationId: string;
  registerCode: string;
  title: string;
  organisationName: string;
  state: 'not-begun' | Exclude<SheetState, 'annulled'>;
  /** Kopecks: what is asked, and what the own sheet advises (null = nothing said). */
  requestedKop: number;
  recommendedKop: number | null;
  /** Sum of the own points. */
  points: number;
  /** The last second of its own days; null: those of the competition. */
  writeUntil: Date | null;
}

/** Three sums beside each other, in kopecks. What nothing was advised for counts as asked. */
export interface QueueSums {
  requestedKop: number;
  advisedKop: number;
  /** Null while it is not known. */
  potKop: number | null;
  /** Proposals with an advice. */
  advisedCount: number;
}

export interface MyQueue {
  competition: MyCompetition;
  rows: QueueRow[];
  sums: QueueSums;
  /** The next sheet to write; null when all are ready. */
  nextId: string | null;
  /** Until when the last of the own sheets may be written. */
  until: Date | null;
  /** Signed sheets that may be amended after the defence; null = none. */
  revisable: Revisable | null;
  /** Why nothing can be written now, as a code; null = it can. */
  closedBecause: string | null;
}

/** A person's queue in one competition, in its own order. */
@Injectable()
export class ReadMyQueue {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, competitionId: string): Promise<MyQueue> {
    const row = await competitionById(this.db, competitionId);
    demand(evaluationPolicy, 'score', ctx.actor, row);
    const [mine] = await myCompetitions(this.db, ctx, competitionId);
    const rows = await queueRows(this.db, competitionId, ctx.actor.personId);
    const { state: competitionState, scoringFrom } = row;
    const until = rows.filter(isOpen).reduce((last, one) => laterOf(last, one.writeUntil), row.scoringUntil);
    return {
      competition: mine!,
      rows,
      sums: sumsOf(rows, row.potKop),
      nextId: nextToWrite(rows),
      revisable: (await revisableOf(this.db, ctx)).find((one) => one.competitionId === competitionId) ?? null,
      until,
      closedBecause: whyScoringIsClosed({ now: ctx.now, competitionState, scoringFrom, scoringUntil: until }),
    };
  }
}

function sumsOf(rows: readonly QueueRow[], potKop: number | null): QueueSums {
  const total = (of: (row: QueueRow) => number) => rows.reduce((sum, row) => sum + of(row), 0);
  return {
    requestedKop: total(({ requestedKop }) => requestedKop),
    advisedKop: total(({ requestedKop, recommendedKop }) => recommendedKop ?? requestedKop),
    potKop,
    advisedCount: rows.filter(({ recommendedKop }) => recommendedKop !== null).length,
  };
}

const isOpen = ({ state }: QueueRow) => state === 'not-begun' || state === 'draft';

/** The first sheet after `assignmentId` that is not ready yet, round the end of the queue; null when there is none. */
export function nextToWrite(rows: readonly QueueRow[], assignmentId?: string): string | null {
  const at = rows.findIndex((row) => row.assignmentId === assignmentId) + 1;
  return [...rows.slice(at), ...rows.slice(0, at)].find(isOpen)?.assignmentId ?? null;
}

export async function queueRows(reader: Reader, competitionId: string, personId: string | null): Promise<QueueRow[]> {
  const rows = await reader.rows<QueueRow>(
    `select a.id as "assignmentId", a.application_id as "applicationId", v.register_code as "registerCode", v.title, v.organisation_short_name as "organisationName",
            coalesce(s.state, 'not-begun') as state, a.write_until as "writeUntil",
            v.requested_kop as "requestedKop", s.recommended_kop as "recommendedKop",
            coalesce((select sum(p.points) from evaluation.v_counted_score p where p.sheet_id = s.id), 0)::int as points
       from evaluation.assignment a
       join applications.v_application v on v.id = a.application_id
       left join evaluation.score_sheet s on s.assignment_id = a.id
      where a.competition_id = $1 and a.person_id = $2 and a.ended_at is null order by a.position, a.id`,
    [competitionId, personId],
  );
  return rows.map(({ requestedKop, recommendedKop, ...row }) => ({
    ...row,
    requestedKop: toSafeInteger(requestedKop),
    recommendedKop: recommendedKop === null ? null : toSafeInteger(recommendedKop),
  }));
}
