import { createHash, timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Headers, Inject } from '@nestjs/common';
import { Public } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Forbidden, NotFound } from '#libs/platform/errors';
import { exposition } from './exposition.js';
import { MeasureSystem } from './measure-system.js';

/** Measurements for Prometheus. Without METRICS_TOKEN there is no such page. */
@Controller()
export class MetricsController {
  constructor(
    private readonly measure: MeasureSystem,
    @Inject(Config) private readonly config: Config,
  ) {}

  @Get('metrics')
  @Public('a monitoring system has no account: it shows METRICS_TOKEN as a bearer token')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  async show(@Headers('authorization') authorization = ''): Promise<string> {
    if (this.config.metricsToken === '') throw new NotFound();
    if (!isSame(authorization, `Bearer ${this.config.metricsToken}`)) throw new Forbidden();
    return exposition(await this.measure.execute());
  }
}

/** In constant time, whatever the lengths. */
function isSame(given: string, expected: string): boolean {
  const [a, b] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a!, b!);
}
