import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '#libs/platform/config';

/** Moves domain time, in demo mode only. Time never goes back: facts are in the order of time. */
@Injectable()
export class DemoClock {
  constructor(
    private readonly db: DataSource,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** @throws Error outside demo mode */
  async set(at: Date): Promise<void> {
    if (!this.config.demo) throw new Error('the clock moves only in demo mode');
    await this.db.query(
      `insert into platform.demo_clock (offset_ms) values (extract(epoch from $1::timestamptz - clock_timestamp()) * 1000)
       on conflict (only_row) do update set offset_ms = excluded.offset_ms`,
      [at],
    );
  }
}
