import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { DropUpload } from '../use-cases/drop-upload.js';

const BATCH = 100;

/** Removes what was begun and never finished, and the notes of what was. */
@Sweep('documents.expired-uploads')
@Injectable()
export class ExpiredUploads implements SweepHandler {
  constructor(
    private readonly db: Database,
    private readonly drop: DropUpload,
  ) {}

  /** Housekeeping by real time: the demo clock need not halt for it. */
  async nextDueAt(): Promise<null> {
    return null;
  }

  async sweep(ctx: Context): Promise<void> {
    const expired = await this.db.rows<{ id: string }>(
      'select id from documents.upload where expires_at <= $1 order by expires_at limit $2',
      [new Date(), BATCH],
    );
    for (const { id } of expired) await this.drop.execute(ctx, id);
  }
}
