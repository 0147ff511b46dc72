import type { EntityManager } from 'typeorm';
import type { Actor, Context } from '#libs/platform/access';
import {
  writeDeliveries,
  writeFacts,
  type FactKind,
  type FactDetails,
  type NewDelivery,
  type NewFact,
} from '#libs/platform/facts';
import { runSql, type Reader } from './reader.js';

/** One open transaction of one use case. Everything that belongs to the use case goes through it. */
export class Tx implements Reader {
  private readonly facts: NewFact[] = [];
  private readonly deliveries: NewDelivery[] = [];

  constructor(
    readonly manager: EntityManager,
    readonly ctx: Context,
  ) {}

  /** Domain time at the arrival of the request or job. */
  get now(): Date {
    return this.ctx.now;
  }

  get actor(): Actor {
    return this.ctx.actor;
  }

  async rows<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> {
    return (await runSql<Row>(this.manager.queryRunner!, sql, params)).records;
  }

  async one<Row>(sql: string, params?: readonly unknown[]): Promise<Row | undefined> {
    return (await this.rows<Row>(sql, params))[0];
  }

  /** Runs a statement that changes rows; returns how many it changed. */
  async change(sql: string, params?: readonly unknown[]): Promise<number> {
    return (await runSql(this.manager.queryRunner!, sql, params)).affected ?? 0;
  }

  /** Says what happened. Written, chained and handed to reactions when the use case ends. */
  record(kind: FactKind, details: FactDetails): void {
    this.facts.push({ kind, ...details });
  }

  /** Asks for work after the commit: the named task will get `subjectId`. */
  deliver(task: string, subjectId: string): void {
    this.deliveries.push({ task, subjectId, factId: null });
  }

  /** Called by UnitOfWork as the last statements of the transaction. */
  async finish(): Promise<void> {
    const reactions = await writeFacts(this, this.facts);
    await writeDeliveries(this, [...this.deliveries, ...reactions]);
  }
}
