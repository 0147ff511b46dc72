import { SetMetadata } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';

export const SWEEP_MARK = 'sweep-mark';

/**
 * Marks a class that looks for what is due by the calendar and announces it.
 * Guards never wait for a sweep: they read the calendar themselves.
 */
export const Sweep = (name: string): ClassDecorator => SetMetadata(SWEEP_MARK, name);

export interface SweepHandler {
  /** The next instant after `now` at which there will be something to announce; null when there is none. */
  nextDueAt(reader: Reader, now: Date): Promise<Date | null>;
  /** Announces everything that is due at `ctx.now` and was not announced yet; safe to repeat. */
  sweep(ctx: Context): Promise<void>;
}
