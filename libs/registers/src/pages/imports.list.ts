import { choicesOf, defineList } from '#libs/platform/http';
import { IMPORT_STATES } from '../model/import.lifecycle.js';
import { REGISTER_KINDS } from '../model/register.js';
import { registerPaths } from '../paths.js';
import type { ImportRow } from '../queries/read-import.js';

const I = 'registers:imports.';
export const STATE_TONES = { preview: 'progress', applied: 'success', undone: 'closed' } as const;

/** Every import of the authority: who, when, from where, how many rows, and how it stands. */
export const importsList = defineList<ImportRow>({
  name: 'imports',
  title: `${I}title`,
  search: { label: `${I}search`, in: ['sourceTitle', 'sourceBy', 'fileName'] },
  filters: [
    { name: 'kind', label: `${I}kind`, any: `${I}anyKind`, choices: choicesOf(REGISTER_KINDS, 'registers:kind.') },
    { name: 'state', label: `${I}state`, any: `${I}anyState`, choices: choicesOf(IMPORT_STATES, 'registers:state.') },
  ],
  columns: [
    {
      key: 'sourceTitle',
      phrase: 'registers:source.sourceTitle',
      href: ({ id }) => registerPaths.import(id),
      isHeading: true,
    },
    { key: 'sourceOn', phrase: 'registers:source.sourceOn', kind: 'day', under: 'sourceTitle' },
    { key: 'sourceBy', phrase: 'registers:source.sourceBy', under: 'sourceTitle' },
    { key: 'kind', phrase: `${I}kind`, words: 'registers:kind.' },
    { key: 'uploadedAt', phrase: `${I}uploadedAt`, kind: 'instant' },
    { key: 'uploadedBy', phrase: `${I}uploadedBy`, under: 'uploadedAt' },
    {
      key: 'rows',
      phrase: `${I}rows`,
      value: ({ added, changed, same, refused }, { t }) =>
        added === null ? null : t(`${I}rowsText`, { added, changed, same, refused }),
    },
    {
      key: 'state',
      phrase: `${I}state`,
      kind: 'state',
      words: 'registers:state.',
      tone: ({ state }) => STATE_TONES[state],
    },
    { key: 'organiserName', phrase: `${I}organiser`, under: 'kind' },
    { key: 'fileName', phrase: `${I}file`, under: 'uploadedAt' },
  ],
  order: '"uploadedAt" desc, id',
});
