import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { DeliveryRunner } from './delivery-runner.js';

const BATCH = 50;
/** While another process holds what is left, look again after this time. */
const LOOK_AGAIN_MS = 50;

/** Runs the real deliveries, in this process, until none is owed: for the seed, the demo clock and tests. */
@Injectable()
export class Drain {
  constructor(
    private readonly db: Database,
    private readonly runner: DeliveryRunner,
  ) {}

  /** Failures are left to their back-off; the first of them is thrown when nothing else is due. */
  async run(): Promise<void> {
    let failure: unknown;
    for (let owed = await this.owed(); owed.length > 0; owed = await this.owed()) {
      for (const id of owed) await this.runner.run(id).catch((error: unknown) => (failure ??= error));
      if ((await this.owed()).some((id) => owed.includes(id))) await pause(LOOK_AGAIN_MS);
    }
    if (failure) throw failure;
  }

  private async owed(): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `select id from facts.delivery
        where done_at is null and not dead and due_at <= clock_timestamp() order by id limit $1`,
      [BATCH],
    );
    return rows.map(({ id }) => id);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
