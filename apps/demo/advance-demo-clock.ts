import { Injectable } from '@nestjs/common';
import { Clock, DemoClock } from '#libs/platform/clock';
import { Drain, Sweeper } from '#libs/platform/jobs';

/** More halts than any sensible leap has: a guard against a sweep that never finishes announcing. */
const HALTS_MAX = 500;

/**
 * Moves the demo clock forward as time itself would: it halts at each instant at which something falls due,
 * announces it and does all the work that follows, then goes on.
 */
@Injectable()
export class AdvanceDemoClock {
  constructor(
    private readonly clock: Clock,
    private readonly demoClock: DemoClock,
    private readonly sweeper: Sweeper,
    private readonly drain: Drain,
  ) {}

  /**
   * Returns the instants at which it halted. An earlier target than now only settles what is due.
   * `leave`: queues whose work is left to the worker.
   */
  async to(target: Date, leave: readonly string[] = []): Promise<Date[]> {
    const halts: Date[] = [];
    await this.settle(leave);
    while (halts.length < HALTS_MAX) {
      const now = await this.clock.domainNow();
      if (now >= target) return halts;
      const due = await this.sweeper.nextDueAt();
      const next = due && due > now && due < target ? due : target;
      await this.demoClock.set(next);
      await this.settle(leave);
      halts.push(next);
    }
    throw new Error(`more than ${HALTS_MAX} halts on the way to ${target.toISOString()}`);
  }

  /** To the next instant at which something is due; null when nothing is. */
  async toNextDue(): Promise<Date | null> {
    await this.settle();
    const due = await this.sweeper.nextDueAt();
    if (due) await this.to(due);
    return due;
  }

  private async settle(leave: readonly string[] = []): Promise<void> {
    await this.sweeper.pass();
    // A letter that the catcher refuses must not stop time: it keeps its own back-off.
    await this.drain.run(leave).catch(() => undefined);
  }
}
