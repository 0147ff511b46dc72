import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { DeliveryRunner } from './delivery-runner.js';

const BATCH = 50;

/** Runs the real deliveries, in this process, until none is owed: for the seed, the demo clock and tests. */
@Injectable()
export class Drain {
  constructor(
    private readonly db: Database,
    private readonly runner: DeliveryRunner,
  ) {}

  /** Returns how many were done; a failing one is left to its back-off and named in the error. */
  async run(): Promise<number> {
    for (let done = 0; ;) {
      const owed = await this.db.rows<{ id: string }>(
        `select id from facts.delivery
          where done_at is null and not dead and due_at <= clock_timestamp() order by id limit $1`,
        [BATCH],
      );
      if (owed.length === 0) return done;
      for (const { id } of owed) await this.runner.run(id);
      done += owed.length;
    }
  }
}
