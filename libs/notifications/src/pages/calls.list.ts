import { choicesOf, defineList } from '#libs/platform/http';
import { noticePaths } from '../paths.js';
import { CALL_REASONS, type CallLine } from '../queries/calls.js';

/** Whom to phone, the longest waiting first. */
export const callsList = defineList<CallLine>({
  name: 'calls',
  title: 'notifications:calls.title',
  search: { label: 'notifications:calls.search', in: ['organisationName', 'subject', 'phone'] },
  filters: [
    {
      name: 'reason',
      label: 'notifications:calls.reason',
      any: 'notifications:calls.anyReason',
      choices: choicesOf(CALL_REASONS, 'notifications:callReason.'),
    },
  ],
  columns: [
    {
      key: 'organisationName',
      phrase: 'notifications:calls.organisation',
      href: (row) => noticePaths.call(row.id),
      isHeading: true,
      sort: true,
    },
    { key: 'phone', phrase: 'notifications:calls.phone' },
    { key: 'subject', phrase: 'notifications:calls.what', sort: true },
    {
      key: 'reason',
      phrase: 'notifications:calls.reason',
      kind: 'state',
      words: 'notifications:callReason.',
      tone: (row) => (row.reason === 'unread' ? 'warning' : 'danger'),
    },
    { key: 'since', phrase: 'notifications:calls.since', kind: 'instant', sort: true },
    { key: 'tries', phrase: 'notifications:calls.tries', kind: 'number', sort: true },
  ],
  order: 'since, id',
});
