import { holds, type Actor, type Policy } from '#libs/platform/access';
import type { EventRow } from '../model/event.js';

type Owned = Pick<EventRow, 'organiserId' | 'state'>;

const isOfficer = (actor: Actor, { organiserId }: Owned): boolean =>
  actor.kind === 'system' || holds(actor, ['officer'], organiserId);

export type EventDeed = 'work' | 'edit' | 'act';

/** Who may do what with an event of an authority. */
export const eventPolicy: Policy<'see' | EventDeed, Owned> = {
  see: {
    sentence: 'A published event is seen by everybody, a draft by the officer and the director of its authority.',
    allows: (actor, event) =>
      event.state !== 'draft' || actor.kind === 'system' || holds(actor, ['officer', 'director'], event.organiserId),
  },
  work: {
    sentence: 'The officer and the director of the authority see how an event is prepared and who comes.',
    allows: (actor, { organiserId }) => actor.kind === 'system' || holds(actor, ['officer', 'director'], organiserId),
    refusal: 'events.staff-only',
  },
  edit: {
    sentence: 'The officer of the authority writes its events.',
    allows: isOfficer,
    refusal: 'events.officer-only',
  },
  act: {
    sentence: 'The officer of the authority publishes, moves, cancels and closes its events.',
    allows: isOfficer,
    refusal: 'events.officer-only',
  },
};
