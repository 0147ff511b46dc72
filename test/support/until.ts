import { setTimeout as pause } from 'node:timers/promises';

const LOOK_EVERY_MS = 50;

/** Waits until a look gives the expected value; fails with the last look. For work done by other processes. */
export async function until<T>(look: () => Promise<T>, isThere: (seen: T) => boolean, withinMs = 60_000): Promise<T> {
  for (const end = Date.now() + withinMs; ; await pause(LOOK_EVERY_MS)) {
    const seen = await look();
    if (isThere(seen)) return seen;
    if (Date.now() > end) throw new Error(`still not there: ${JSON.stringify(seen)}`);
  }
}
