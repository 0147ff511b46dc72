import { choicesOf, defineList } from '#libs/platform/http';
import { EVENT_KINDS, FORMATS } from '../model/event.js';
import { PHASE_TONES } from '../model/phase.js';
import { eventPaths } from '../paths.js';
import type { EventLine } from '../queries/public-events.js';

const L = 'events:list.';

/** Every published event: what, where, when, and whether one can still register. */
export const publicEventsList = defineList<EventLine>({
  name: 'public-events',
  title: `${L}title`,
  search: { label: `${L}search`, kept: 'searchForm' },
  filters: [
    {
      name: 'when',
      label: `${L}when`,
      any: `${L}anyTime`,
      choices: {
        ahead: { phrase: `${L}ahead`, sql: '"isAhead"' },
        week: { phrase: `${L}week`, sql: '"isInWeek"' },
        month: { phrase: `${L}month`, sql: '"isInMonth"' },
        past: { phrase: `${L}past`, sql: 'not "isAhead"' },
      },
    },
    { name: 'kind', label: `${L}kind`, any: `${L}anyKind`, choices: choicesOf(EVENT_KINDS, 'events:kind.') },
    { name: 'format', label: `${L}format`, any: `${L}anyFormat`, choices: choicesOf(FORMATS, 'events:format.') },
    {
      name: 'access',
      label: `${L}access`,
      any: `${L}anyAccess`,
      choices: {
        'step-free': { phrase: 'events:facility.stepFree', sql: `"stepFree" = 'yes'` },
        shelter: { phrase: 'events:facility.shelter', sql: `shelter = 'yes'` },
      },
    },
    {
      name: 'registration',
      label: `${L}registration`,
      any: `${L}anyRegistration`,
      choices: { open: { phrase: `${L}canRegister`, sql: '"isOpen"' } },
    },
  ],
  columns: [
    {
      key: 'title',
      phrase: `${L}event`,
      value: (row, { lang }) => (lang === 'en' && row.titleEn) || row.title,
      sort: 'title collate "uk-x-icu"',
      href: ({ id }) => eventPaths.show(id),
      isHeading: true,
    },
    {
      key: 'summary',
      phrase: 'events:field.summary',
      under: 'title',
      value: (row, { lang }) => (lang === 'en' && row.summaryEn) || row.summary,
    },
    { key: 'kind', phrase: `${L}kind`, words: 'events:kind.' },
    { key: 'startsAt', phrase: `${L}startsAt`, kind: 'instant' },
    {
      key: 'place',
      phrase: `${L}place`,
      value: ({ format, settlement }, { t }) =>
        format === 'in-person' ? settlement : [t(`events:format.${format}`), settlement].filter(Boolean).join(', '),
    },
    { key: 'organiserName', phrase: `${L}organiser` },
    {
      key: 'phase',
      phrase: `${L}state`,
      kind: 'state',
      words: 'events:phase.',
      sort: 'state',
      tone: ({ phase }) => PHASE_TONES[phase],
    },
  ],
  keeps: ['measure'],
  order: '"isAhead" desc, case when "isAhead" then "startsAt" end, "startsAt" desc, id',
});
