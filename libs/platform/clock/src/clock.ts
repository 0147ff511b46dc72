import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/**
 * Domain now: the database clock plus the demo offset. It is read once per request or job and passed on;
 * real now (`Date.now()`) is only for sessions, tokens, rate limits and back-off.
 */
@Injectable()
export class Clock {
  constructor(private readonly db: DataSource) {}

  async domainNow(): Promise<Date> {
    const [row] = await this.db.query<{ now: Date }[]>('select platform.domain_now() as now');
    return row!.now;
  }

  /** How far the database clock is ahead of this process, in milliseconds, within the time of one round trip. */
  async driftMs(): Promise<number> {
    const askedAt = Date.now();
    const [row] = await this.db.query<{ now: Date }[]>('select clock_timestamp() as now');
    return Math.round(row!.now.getTime() - (askedAt + Date.now()) / 2);
  }
}
