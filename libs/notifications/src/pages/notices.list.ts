import { choicesOf, defineList } from '#libs/platform/http';
import { NOTICE_KINDS } from '../model/notice-kinds.js';
import { noticePaths } from '../paths.js';
import type { NoticeLine } from '../queries/my-notices.js';

/** Everything that this person was told, what is unread first. */
export const noticesList = defineList<NoticeLine>({
  name: 'notices',
  title: 'notifications:mine.title',
  search: { label: 'notifications:mine.search', in: ['subject', 'body'] },
  filters: [
    {
      name: 'kind',
      label: 'notifications:mine.kind',
      any: 'notifications:mine.anyKind',
      choices: Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, { phrase: `notifications:kind.${kind}.name` }])),
    },
    {
      name: 'reading',
      label: 'notifications:mine.reading',
      any: 'notifications:mine.anyReading',
      choices: choicesOf(['unread', 'read'], 'notifications:reading.'),
    },
  ],
  columns: [
    {
      key: 'subject',
      phrase: 'notifications:mine.subject',
      href: (row) => noticePaths.notice(row.id),
      isHeading: true,
    },
    {
      key: 'kind',
      phrase: 'notifications:mine.kind',
      value: (row, { t }) => t(`notifications:kind.${row.kind}.name`),
      sort: '"kind"',
    },
    { key: 'queuedAt', phrase: 'notifications:mine.at', kind: 'instant' },
    {
      key: 'reading',
      phrase: 'notifications:mine.reading',
      kind: 'state',
      words: 'notifications:reading.',
      tone: (row) => (row.reading === 'unread' ? 'info' : 'neutral'),
    },
  ],
  order: '"openedAt" is not null, "queuedAt" desc, id desc',
});
