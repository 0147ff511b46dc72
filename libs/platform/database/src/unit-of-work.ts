import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Context } from '#libs/platform/access';
import { Busy } from '#libs/platform/errors';
import { fieldErrorOf } from './constraint-errors.js';
import { Tx } from './tx.js';

const TRIES_MAX = 3;
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * One transaction per use case: rows are locked in one order (organiser -> competition -> application ->
 * sheet -> number series -> chain head), and what happened is written in it.
 * A deadlock or a serialization failure re-runs the whole function, so nothing loaded may leave it.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly source: DataSource) {}

  async run<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(ctx, work);
      } catch (error) {
        const code = sqlState(error);
        if ((code === DEADLOCK || code === SERIALIZATION_FAILURE) && attempt < TRIES_MAX) continue;
        if (code === LOCK_NOT_AVAILABLE) throw new Busy();
        throw fieldErrorOf(error) ?? error;
      }
    }
  }

  private once<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
    // READ COMMITTED, which PostgreSQL takes by itself: naming it costs a statement in every use case.
    return this.source.transaction(async (manager) => {
      const tx = new Tx(manager, ctx);
      const result = await work(tx);
      await tx.finish();
      return result;
    });
  }
}

function sqlState(error: unknown): string | undefined {
  return (error as { driverError?: { code?: string } }).driverError?.code ?? (error as { code?: string }).code;
}
