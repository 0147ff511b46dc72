import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { UnitOfWork } from '#libs/platform/database';
import { taskMarks } from '#libs/platform/facts';
import { QueueBackend } from './queue-backend.js';
import { systemContext } from './system-context.js';

const BATCH = 200;
/** Enqueued but not done for so long means that the transport lost it. */
const LOST_AFTER_MS = 60_000;

interface Owed {
  id: string;
  task: string;
  attempts: number;
}

/** Carries what is owed (facts.delivery) into the queues. PostgreSQL is the truth, the queue only transport. */
@Injectable()
export class Relay {
  private readonly log = new Logger(Relay.name);
  private readonly queues = new Map<string, Queue>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly backend: QueueBackend,
  ) {}

  /** Enqueues up to one batch; returns how many. */
  async pass(): Promise<number> {
    const wiped = await this.backend.wasWiped();
    if (wiped) this.log.log('the queue is new or was wiped: everything owed is enqueued again');
    const owed = await this.claim(wiped);
    for (const delivery of owed) await this.enqueue(delivery);
    return owed.length;
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private claim(wiped: boolean): Promise<Owed[]> {
    return this.uow.run(systemContext(new Date(), 'relay'), (tx) =>
      tx.rows<Owed>(
        `update facts.delivery set enqueued_at = clock_timestamp()
          where id in (select id from facts.delivery
                        where done_at is null and not dead and due_at <= clock_timestamp()
                          and ($1 or enqueued_at is null or enqueued_at < clock_timestamp() - $2 * interval '1 millisecond')
                        order by id limit $3 for update skip locked)
        returning id, task, attempts`,
        [wiped, LOST_AFTER_MS, BATCH],
      ),
    );
  }

  private async enqueue(delivery: Owed): Promise<void> {
    const queueName = taskMarks().find((task) => task.name === delivery.task)?.queue;
    if (!queueName) return this.log.error(`nobody knows the task ${delivery.task}`);
    if (!this.queues.has(queueName)) this.queues.set(queueName, this.backend.queue(queueName));
    await this.queues.get(queueName)!.add(
      delivery.task,
      { deliveryId: delivery.id },
      // The job id only spares double work; the row lock and done_at decide.
      { jobId: `d-${delivery.id}-${delivery.attempts}`, removeOnComplete: true, removeOnFail: true },
    );
  }
}
