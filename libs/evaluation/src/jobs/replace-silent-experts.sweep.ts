import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { silentExperts } from '../queries/silent-experts.js';
import { ReplaceSilentExpert } from '../use-cases/replace-silent-expert.js';

/** An expert who has not begun within the days of the rule set is replaced by the reserve. */
@Sweep('evaluation.replace-silent-experts')
@Injectable()
export class ReplaceSilentExpertsSweep implements SweepHandler {
  constructor(
    private readonly db: Database,
    private readonly replace: ReplaceSilentExpert,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const dues = (await silentExperts(reader)).map(({ dueAt }) => dueAt).filter((due) => due > now);
    return dues.reduce<Date | null>((first, due) => (first === null || due < first ? due : first), null);
  }

  async sweep(ctx: Context): Promise<void> {
    for (const { competitionId, personId, dueAt } of await silentExperts(this.db))
      if (dueAt <= ctx.now) await this.replace.execute(ctx, competitionId, personId);
  }
}
