import { choicesOf, defineList } from '#libs/platform/http';
import { EVENT_KINDS, EVENT_STATES, type EventState } from '../model/event.js';
import { eventPaths } from '../paths.js';
import type { OwnEventLine } from '../queries/events-of-authority.js';

const L = 'events:ofAuthority.';

export const STATE_TONES: Readonly<Record<EventState, string>> = {
  draft: 'draft',
  published: 'success',
  postponed: 'warning',
  cancelled: 'danger',
  held: 'progress',
  reported: 'neutral',
};

/** The events of the authorities for which a person works: the newest day first, drafts without a day on top. */
export const eventsOfAuthorityList = defineList<OwnEventLine>({
  name: 'organiser-events',
  title: `${L}title`,
  search: { label: 'events:list.search', kept: 'searchForm' },
  filters: [
    { name: 'state', label: `${L}state`, any: `${L}anyState`, choices: choicesOf(EVENT_STATES, 'events:state.') },
    {
      name: 'kind',
      label: 'events:list.kind',
      any: 'events:list.anyKind',
      choices: choicesOf(EVENT_KINDS, 'events:kind.'),
    },
  ],
  columns: [
    { key: 'title', phrase: 'events:list.event', href: ({ id }) => eventPaths.work(id), isHeading: true },
    { key: 'kind', phrase: 'events:list.kind', words: 'events:kind.', under: 'title' },
    { key: 'organiserName', phrase: 'events:list.organiser', under: 'title' },
    {
      key: 'state',
      phrase: `${L}state`,
      kind: 'state',
      words: 'events:state.',
      tone: ({ state }) => STATE_TONES[state],
    },
    { key: 'startsAt', phrase: 'events:list.startsAt', kind: 'instant' },
    { key: 'settlement', phrase: 'events:field.settlement' },
    { key: 'measure', phrase: 'events:field.measureId' },
  ],
  order: '"startsAt" is null desc, "startsAt" desc, id desc',
});
