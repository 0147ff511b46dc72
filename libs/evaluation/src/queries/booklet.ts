import { Injectable } from '@nestjs/common';
import { applicationsForReading, type ReadableApplication } from '#libs/applications';
import { competitionSettings, type Criterion } from '#libs/competitions';
import { demand, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { evaluationPolicy } from '../access/evaluation.policy.js';
import { bookletParts, type BookletPart } from '../model/booklet.js';
import { queueRows, type QueueRow } from './my-queue.js';

export interface Booklet {
  competition: { id: string; title: string };
  criteria: readonly Criterion[];
  parts: BookletPart<QueueRow>[];
  part: BookletPart<QueueRow>;
  proposals: (QueueRow & { application: ReadableApplication })[];
}

/** The own proposals to read on paper, with an empty sheet under each. Whom a conflict recused has none of it (rule 32). */
@Injectable()
export class ReadBooklet {
  constructor(private readonly db: Database) {}

  /** @throws NotFound when the queue has no such part */
  async execute(ctx: Context, competitionId: string, number: number): Promise<Booklet> {
    const { id, title, criteria, ...settings } = await competitionSettings(this.db, competitionId);
    demand(evaluationPolicy, 'score', ctx.actor, { id, ...settings });
    const parts = bookletParts(await queueRows(this.db, competitionId, ctx.actor.personId));
    const part = parts.find((one) => one.number === number);
    if (!part) throw new NotFound();
    const ids = part.rows.map(({ applicationId }) => applicationId);
    const byId = new Map((await applicationsForReading(this.db, ids)).map((one) => [one.id, one]));
    const proposals = part.rows.map((row) => ({ ...row, application: byId.get(row.applicationId)! }));
    return { competition: { id, title }, criteria, parts, part, proposals };
  }
}
