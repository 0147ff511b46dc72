import { defineList } from '#libs/platform/http';

export interface MeasureLine {
  number: string;
  title: string;
  direction: string;
  deadlineText: string;
  parties: string;
  path: string;
}

const M = 'measures:list.';

/** The measures of a plan, as its document has them, in one table. */
export const measuresList = defineList<MeasureLine>({
  name: 'measures',
  title: `${M}title`,
  search: { label: `${M}search`, in: ['number', 'title', 'direction', 'parties'] },
  columns: [
    { key: 'number', phrase: 'measures:plan.number', sort: false },
    { key: 'title', phrase: 'measures:plan.measure', href: ({ path }) => path, isHeading: true },
    { key: 'direction', phrase: `${M}direction`, under: 'title' },
    { key: 'deadlineText', phrase: 'measures:plan.deadline' },
    { key: 'parties', phrase: `${M}parties` },
  ],
  order: 'position',
  pageSize: 100,
});
