import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import { MeasureActivities, type MeasureActivity } from '../ports/measure-activities.port.js';

/** What every upper lib does under these measures, newest year first; of each lib and measure not more than `limit`. */
@Injectable()
export class ReadActivities {
  constructor(
    private readonly ports: Ports,
    private readonly db: Database,
  ) {}

  async execute(ctx: Context, measureIds: readonly string[], limit: number): Promise<MeasureActivity[]> {
    const sources = this.ports.all(MeasureActivities);
    const lists = await Promise.all(sources.map((source) => source.list(ctx, this.db, measureIds, limit)));
    return lists.flat().sort((a, b) => b.year - a.year);
  }
}
