import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { createPostgresBackend, Queue, Worker, type Job } from 'bullmq';
import { Redis } from 'ioredis';
import { Config } from '#libs/platform/config';

/** A dead worker's jobs come back to the others after this time. */
const JOB_LOCK_MS = 10_000;
const CONCURRENCY = 4;
/** One letter at a time: a killed worker then leaves at most one whose outcome is unknown. */
const MAIL_CONCURRENCY = 1;

type Payload = { deliveryId: string };

/** Where queues live: Redis, or BullMQ's own PostgreSQL backend where no Redis can be had. */
@Injectable()
export class QueueBackend implements OnApplicationShutdown {
  private readonly log = new Logger(QueueBackend.name);
  private redisClient: Redis | null = null;

  constructor(@Inject(Config) private readonly config: Config) {}

  queue(name: string): Queue<Payload> {
    const options = { prefix: this.config.queuePrefix };
    return this.config.queueBackend === 'postgres'
      ? new Queue(name, { ...options, connection: this.postgres() } as never, createPostgresBackend as never)
      : new Queue(name, { ...options, connection: this.redis() as never });
  }

  worker(name: string, process: (job: Job<Payload>) => Promise<void>): Worker<Payload> {
    const options = {
      prefix: this.config.queuePrefix,
      concurrency: name === 'mail' ? MAIL_CONCURRENCY : CONCURRENCY,
      lockDuration: JOB_LOCK_MS,
      stalledInterval: JOB_LOCK_MS / 2,
    };
    return this.config.queueBackend === 'postgres'
      ? new Worker(name, process, { ...options, connection: this.postgres() } as never, createPostgresBackend as never)
      : new Worker(name, process, { ...options, connection: this.redis() as never });
  }

  /** Null on the PostgreSQL backend. One connection for the process; BullMQ workers duplicate it. */
  redis(): Redis {
    this.redisClient ??= this.connect();
    return this.redisClient;
  }

  async isAlive(): Promise<boolean> {
    if (this.config.queueBackend === 'postgres') return true;
    return (await this.redis().ping()) === 'PONG';
  }

  /**
   * True once after the queues were found empty of our own mark: Redis is new or was wiped.
   * What was enqueued there is then gone, and the relay enqueues it again from PostgreSQL.
   */
  async wasWiped(): Promise<boolean> {
    if (this.config.queueBackend === 'postgres') return false;
    return (await this.redis().set(`${this.config.queuePrefix}-mark`, '1', 'NX')) === 'OK';
  }

  async onApplicationShutdown(): Promise<void> {
    this.redisClient?.disconnect();
  }

  /** Waits for a Redis that is away instead of failing: what is owed stays in PostgreSQL meanwhile. */
  private connect(): Redis {
    const client = new Redis(this.config.redisUrl, { maxRetriesPerRequest: null });
    client.on('error', (error) => this.log.warn(`Redis: ${error.message}`));
    return client;
  }

  private postgres(): { connectionString: string; migrate: boolean } {
    return { connectionString: this.config.databaseUrl, migrate: true };
  }
}
