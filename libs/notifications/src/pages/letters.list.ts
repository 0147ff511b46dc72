import { choicesOf, defineList } from '#libs/platform/http';
import { DELIVERIES, toneOf } from '../model/delivery.js';
import { noticePaths } from '../paths.js';
import type { LetterLine } from '../queries/letters-of-authority.js';

/** What an authority sent, the latest first. */
export const lettersList = defineList<LetterLine>({
  name: 'letters',
  title: 'notifications:letters.title',
  search: { label: 'notifications:letters.search', kept: 'searchForm' },
  filters: [
    {
      name: 'delivery',
      label: 'notifications:letters.delivery',
      any: 'notifications:letters.anyDelivery',
      choices: choicesOf(DELIVERIES, 'notifications:delivery.'),
    },
  ],
  columns: [
    {
      key: 'subject',
      phrase: 'notifications:mine.subject',
      href: (row) => noticePaths.letter(row.id),
      isHeading: true,
    },
    { key: 'address', phrase: 'notifications:letters.address' },
    { key: 'queuedAt', phrase: 'notifications:letters.queuedAt', kind: 'instant' },
    { key: 'sentAt', phrase: 'notifications:letters.sentAt', kind: 'instant' },
    {
      key: 'delivery',
      phrase: 'notifications:letters.delivery',
      kind: 'state',
      words: 'notifications:delivery.',
      tone: (row) => toneOf(row.delivery),
    },
  ],
  order: '"queuedAt" desc, id desc',
});
