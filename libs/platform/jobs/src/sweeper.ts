import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Clock } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { runEach } from './run-each.js';
import { SWEEP_MARK, type SweepHandler } from './sweep.js';
import { systemContext } from './system-context.js';

/** Runs every sweep. Each sweep locks the rows it announces, so two sweepers at once do no harm. */
@Injectable()
export class Sweeper implements OnApplicationBootstrap {
  private readonly sweeps: { name: string; handler: SweepHandler }[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly clock: Clock,
    private readonly db: Database,
  ) {}

  onApplicationBootstrap(): void {
    for (const { metatype, instance } of this.discovery.getProviders()) {
      const name = metatype ? this.reflector.get<string | undefined>(SWEEP_MARK, metatype) : undefined;
      if (name) this.sweeps.push({ name, handler: instance as SweepHandler });
    }
  }

  /** @throws AggregateError after the others have run, if some failed */
  async pass(): Promise<void> {
    const now = await this.clock.domainNow();
    await runEach(
      this.sweeps.map(({ name, handler }) => ({
        name,
        run: () => handler.sweep(systemContext(now, `sweep-${name}`)),
      })),
    );
  }

  /** The next instant at which any sweep has something to announce. */
  async nextDueAt(): Promise<Date | null> {
    const now = await this.clock.domainNow();
    const dues = await Promise.all(this.sweeps.map(({ handler }) => handler.nextDueAt(this.db, now)));
    const times = dues.filter((due): due is Date => due !== null).map((due) => due.getTime());
    return times.length > 0 ? new Date(Math.min(...times)) : null;
  }
}
