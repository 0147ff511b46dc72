import { choicesOf, defineList } from '#libs/platform/http';
import { evaluationPaths } from '../paths.js';
import type { QueueRow } from '../queries/my-queue.js';

const Q = 'evaluation:queue.';
const TONES = { 'not-begun': 'neutral', draft: 'draft', ready: 'success', signed: 'closed' };

/** The own queue in its order. */
export const queueList = defineList<QueueRow>({
  name: 'scoring-queue',
  title: `${Q}title`,
  search: { label: `${Q}search`, in: ['title', 'organisationName', 'registerCode'] },
  filters: [
    {
      name: 'state',
      label: `${Q}state`,
      any: `${Q}any`,
      choices: choicesOf(Object.keys(TONES), 'evaluation:sheetState.'),
    },
  ],
  columns: [
    {
      key: 'title',
      phrase: `${Q}proposal`,
      href: ({ assignmentId }) => evaluationPaths.sheet(assignmentId),
      isHeading: true,
    },
    { key: 'organisationName', phrase: 'evaluation:rating.organisation', under: 'title' },
    { key: 'registerCode', phrase: 'evaluation:rating.registerCode' },
    {
      key: 'points',
      phrase: `${Q}ownPoints`,
      kind: 'number',
      value: ({ state, points }) => (state === 'not-begun' ? null : points),
      sort: true,
    },
    {
      key: 'state',
      phrase: `${Q}state`,
      kind: 'state',
      words: 'evaluation:sheetState.',
      tone: ({ state }) => TONES[state],
    },
  ],
  order: 'position',
  pageSize: 100,
});
