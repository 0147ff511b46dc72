import { choicesOf, defineList } from '#libs/platform/http';
import { REGISTER_KINDS } from '../model/register.js';
import { registerPaths } from '../paths.js';
import type { EntryLine } from '../queries/entries-of-authority.js';

const E = 'registers:entries.';

/** What stands in the registers of an authority, each with its source. */
export const entriesList = defineList<EntryLine>({
  name: 'register-entries',
  title: `${E}title`,
  search: { label: `${E}search`, in: ['organisationName', 'edrpou', 'title'] },
  filters: [
    { name: 'kind', label: `${E}kind`, any: `${E}anyKind`, choices: choicesOf(REGISTER_KINDS, 'registers:kind.') },
  ],
  columns: [
    { key: 'organisationName', phrase: 'registers:rows.organisation', isHeading: true },
    { key: 'edrpou', phrase: 'registers:rows.edrpou', under: 'organisationName' },
    { key: 'kind', phrase: `${E}kind`, words: 'registers:kind.' },
    { key: 'year', phrase: `${E}year`, value: ({ year }) => year && String(year), under: 'kind' },
    { key: 'title', phrase: `${E}what` },
    { key: 'party', phrase: `${E}party`, under: 'title' },
    { key: 'measure', phrase: `${E}measure`, words: 'registers:measure.', under: 'title' },
    { key: 'note', phrase: `${E}note`, under: 'title' },
    { key: 'happenedOn', phrase: `${E}happenedOn`, kind: 'day' },
    { key: 'amountKop', phrase: `${E}amount`, kind: 'money' },
    {
      key: 'sourceTitle',
      phrase: 'registers:source.sourceTitle',
      href: ({ importId }) => registerPaths.import(importId),
    },
    { key: 'sourceOn', phrase: 'registers:source.sourceOn', kind: 'day', under: 'sourceTitle' },
    { key: 'appliedAt', phrase: 'registers:entries.appliedAt', kind: 'instant' },
  ],
  order: '"organisationName", id',
});
