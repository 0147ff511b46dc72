import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { EndTerms, withoutPower } from '../use-cases/end-terms.js';

/** A term of office ends by itself on its last day; the work that was left goes with it (rule 30). */
@Sweep('evaluation.end-terms')
@Injectable()
export class EndTermsSweep implements SweepHandler {
  constructor(
    private readonly db: Database,
    private readonly end: EndTerms,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    return (await withoutPower(reader)).length > 0 ? now : null;
  }

  async sweep(ctx: Context): Promise<void> {
    const competitions = new Set((await withoutPower(this.db)).map(({ competitionId }) => competitionId));
    for (const id of competitions) await this.end.execute(ctx, id);
  }
}
