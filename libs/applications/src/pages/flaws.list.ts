import { defineList } from '#libs/platform/http';
import type { FlawLine } from './flaw-rows.js';

const F = 'applications:flaws.';

/** The table of errors of a call, to print and to phone by. */
export const flawsList = defineList<FlawLine>({
  name: 'flaws',
  title: `${F}title`,
  search: { label: `${F}search`, in: ['registerCode', 'organisationName', 'flaw', 'phone'] },
  columns: [
    { key: 'registerCode', phrase: 'applications:registerCode' },
    { key: 'organisationName', phrase: 'applications:organisation', href: ({ path }) => path, isHeading: true },
    { key: 'flaw', phrase: `${F}flaw` },
    { key: 'rule', phrase: `${F}rule` },
    { key: 'whatToDo', phrase: `${F}whatToDo` },
    { key: 'phone', phrase: `${F}phone` },
  ],
  order: '"registerCode", id',
});
