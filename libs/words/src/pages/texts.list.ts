import { choicesOf, defineList } from '#libs/platform/http';
import { TEXT_KINDS } from '../model/editable-text.js';
import type { TextLine } from '../queries/list-texts.js';

export type TextRow = TextLine & { path: string; state: 'edited' | 'shipped' };

/** The texts that a scope may word itself. */
export const textsList = defineList<TextRow>({
  name: 'texts',
  title: 'words:list.title',
  search: { label: 'words:list.search', in: ['name', 'key'] },
  filters: [
    {
      name: 'kind',
      label: 'words:list.kind',
      any: 'words:list.anyKind',
      choices: choicesOf(TEXT_KINDS, 'words:kinds.'),
    },
    {
      name: 'state',
      label: 'words:list.state',
      any: 'words:list.anyState',
      choices: { edited: { phrase: 'words:list.onlyEdited' } },
    },
  ],
  columns: [
    { key: 'name', phrase: 'words:list.text', href: ({ path }) => path, isHeading: true },
    { key: 'kind', phrase: 'words:list.kind', words: 'words:kind.' },
    { key: 'lib', phrase: 'words:list.place', words: 'words:lib.' },
    {
      key: 'state',
      phrase: 'words:list.state',
      kind: 'state',
      words: 'words:list.',
      tone: ({ state }) => (state === 'edited' ? 'info' : 'neutral'),
    },
    {
      key: 'changedAt',
      phrase: 'words:list.changedAt',
      kind: 'instant',
      under: 'state',
      value: ({ isShipped, changed }) => (isShipped ? null : changed!.changedAt),
    },
    {
      key: 'changedBy',
      phrase: 'words:list.changedBy',
      under: 'state',
      value: ({ isShipped, changed }) => (isShipped ? null : changed!.changedByName),
    },
  ],
  order: 'name',
  keeps: ['scope'],
});
