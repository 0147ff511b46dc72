import type { EventRow } from './event.js';
import { closesAt } from './phase.js';

/** Why nobody can register by themselves now, as the code of the reason; null while everybody can. */
export function registeringRefusal(event: EventRow, now: Date): string | null {
  if (event.state !== 'published') return 'events.not-registering';
  if (event.registration !== 'open' && event.registration !== 'approval') return 'events.not-registering';
  if (event.registrationOpensAt && event.registrationOpensAt > now) return 'events.registration-ahead';
  return closesAt(event) <= now ? 'events.registration-over' : null;
}
