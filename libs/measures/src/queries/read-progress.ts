import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Ports } from '#libs/platform/ports';
import {
  MeasureProgress,
  type MeasureChapter,
  type MeasureStatus,
  type PlanLink,
  type PlanOfProgress,
} from '../ports/measure-progress.port.js';

/** How the plan is carried out, as far as upper libs know. */
@Injectable()
export class ReadProgress {
  constructor(
    private readonly ports: Ports,
    private readonly db: Database,
  ) {}

  async statuses(ctx: Context, plan: PlanOfProgress): Promise<MeasureStatus[]> {
    return (await Promise.all(this.sources.map((source) => source.statuses(ctx, this.db, plan)))).flat();
  }

  chapters(ctx: Context, plan: PlanOfProgress, measureId: string): Promise<MeasureChapter[]> {
    return Promise.all(this.sources.map((source) => source.chapter(ctx, this.db, plan, measureId)));
  }

  async links(ctx: Context, plan: PlanOfProgress): Promise<PlanLink[]> {
    return (await Promise.all(this.sources.map((source) => source.links(ctx, plan)))).flat();
  }

  private get sources(): MeasureProgress[] {
    return this.ports.all(MeasureProgress);
  }
}
