import { choicesOf, defineList } from '#libs/platform/http';
import { CHANNELS, REGISTRATION_STATES, type RegistrationState } from '../model/registration.js';
import { eventPaths } from '../paths.js';
import type { GuestLine } from '../queries/guests.js';

const L = 'events:people.';

export const GUEST_TONES: Readonly<Record<RegistrationState, string>> = {
  asked: 'draft',
  pending: 'progress',
  confirmed: 'success',
  waitlisted: 'warning',
  offered: 'info',
  lapsed: 'closed',
  rejected: 'danger',
  withdrawn: 'closed',
  attended: 'success',
  'no-show': 'closed',
};

/** Who comes, in the order in which they came. */
export const guestsList = defineList<GuestLine>({
  name: 'event-guests',
  title: `${L}title`,
  search: { label: `${L}search`, in: ['fullName', 'organisation', 'code'] },
  filters: [
    {
      name: 'state',
      label: `${L}state`,
      any: `${L}anyState`,
      choices: choicesOf(REGISTRATION_STATES, 'events:guest.'),
    },
    { name: 'channel', label: `${L}channel`, any: `${L}anyChannel`, choices: choicesOf(CHANNELS, 'events:channel.') },
  ],
  columns: [
    { key: 'seq', phrase: `${L}seq`, kind: 'number' },
    {
      key: 'fullName',
      phrase: `${L}fullName`,
      href: ({ eventId, id }) => eventPaths.guest(eventId, id),
      isHeading: true,
    },
    { key: 'position', phrase: `${L}position`, under: 'fullName' },
    { key: 'slots', phrase: `${L}slots`, under: 'fullName' },
    { key: 'organisation', phrase: `${L}organisation` },
    { key: 'phone', phrase: `${L}phone` },
    { key: 'email', phrase: `${L}email`, under: 'phone' },
    { key: 'seats', phrase: `${L}seats`, kind: 'number' },
    {
      key: 'state',
      phrase: `${L}state`,
      kind: 'state',
      words: 'events:guest.',
      tone: ({ state }) => GUEST_TONES[state],
    },
    { key: 'channel', phrase: `${L}channel`, words: 'events:channel.', under: 'state' },
    { key: 'code', phrase: `${L}code` },
  ],
  order: 'seq nulls last, id',
});
