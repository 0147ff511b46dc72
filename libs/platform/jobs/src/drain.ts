import { Injectable } from '@nestjs/common';
import { Database } from '#libs/platform/database';
import { taskMarks } from '#libs/platform/facts';
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

  /**
   * Failures are left to their back-off; the first of them is thrown when nothing else is due.
   * `leave`: queues whose work stays owed, for the worker to do.
   */
  async run(leave: readonly string[] = []): Promise<void> {
    const left = taskMarks().flatMap(({ name, queue }) => (leave.includes(queue) ? [name] : []));
    let failure: unknown;
    for (let owed = await this.owed(left); owed.length > 0; owed = await this.owed(left)) {
      for (const id of owed) await this.runner.run(id).catch((error: unknown) => (failure ??= error));
      if ((await this.owed(left)).some((id) => owed.includes(id))) await pause(LOOK_AGAIN_MS);
    }
    if (failure) throw failure;
  }

  private async owed(left: readonly string[]): Promise<string[]> {
    const rows = await this.db.rows<{ id: string }>(
      `select id from facts.delivery
        where done_at is null and not dead and due_at <= clock_timestamp() and task <> all($2::text[])
        order by id limit $1`,
      [BATCH, left],
    );
    return rows.map(({ id }) => id);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
