import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import type { Worker } from 'bullmq';
import { taskMarks } from '#libs/platform/facts';
import { DeliveryRunner } from './delivery-runner.js';
import { QueueBackend } from './queue-backend.js';
import { Relay } from './relay.js';
import { Sweeper } from './sweeper.js';

const RELAY_EVERY_MS = 250;
const SWEEP_EVERY_MS = 1_000;

/** The worker process: takes jobs from every queue, relays what is owed, sweeps what is due. */
@Injectable()
export class WorkerQueues implements BeforeApplicationShutdown {
  private readonly log = new Logger(WorkerQueues.name);
  private readonly workers: Worker[] = [];
  private readonly loops: { stop(): Promise<void> }[] = [];

  constructor(
    private readonly backend: QueueBackend,
    private readonly runner: DeliveryRunner,
    private readonly relay: Relay,
    private readonly sweeper: Sweeper,
  ) {}

  start(): void {
    for (const name of new Set(taskMarks().map((task) => task.queue))) {
      const worker = this.backend.worker(name, (job) => this.runner.run(job.data.deliveryId));
      worker.on('failed', (job, error) =>
        this.log.warn({
          message: 'job failed',
          task: job?.name,
          requestId: `delivery-${job?.data?.deliveryId}`,
          error: error.message,
        }),
      );
      worker.on('error', (error) => this.log.warn(`queue ${name}: ${error.message}`));
      this.workers.push(worker);
    }
    this.loops.push(this.every(RELAY_EVERY_MS, 'relay', () => this.relay.pass()));
    this.loops.push(this.every(SWEEP_EVERY_MS, 'sweep', () => this.sweeper.pass()));
  }

  /** Before the mail, the database and Redis are closed: what is in hand is finished. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await Promise.all(this.workers.map((worker) => worker.close()));
    await this.relay.close();
  }

  /** Repeats a pass with a pause; a failure (PostgreSQL or Redis away) is said once and tried again. */
  private every(ms: number, name: string, pass: () => Promise<unknown>): { stop(): Promise<void> } {
    let stopped = false;
    let wake = (): void => undefined;
    let said = '';
    const loop = async (): Promise<void> => {
      while (!stopped) {
        try {
          await pass();
          said = '';
        } catch (error) {
          const { message } = error as Error;
          if (message !== said) this.log.warn(`${name}: ${message}`);
          said = message;
        }
        await new Promise<void>((resolve) => ((wake = resolve), setTimeout(resolve, ms)));
      }
    };
    const running = loop();
    return { stop: () => ((stopped = true), wake(), running) };
  }
}
