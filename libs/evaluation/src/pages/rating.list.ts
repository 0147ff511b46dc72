import { defineList, type Column } from '#libs/platform/http';
import { RATING_ORDER } from '../queries/rating-of.js';
import type { RatingTableRow } from './rating-table.js';

const R = 'evaluation:rating.';

/** The rating; the means of the criteria are columns of the competition. */
export const ratingList = defineList<RatingTableRow>({
  name: 'rating',
  title: `${R}table`,
  search: { label: `${R}search`, in: ['title', 'organisationName', 'registerCode'] },
  filters: [
    {
      name: 'standing',
      label: `${R}standing`,
      any: `${R}standings.any`,
      choices: {
        placed: { phrase: `${R}standings.placed`, sql: '"isPassed"' },
        below: { phrase: `${R}standings.below`, sql: 'not "isPassed"' },
      },
    },
  ],
  columns: [
    { key: 'place', phrase: `${R}place`, kind: 'number' },
    { key: 'title', phrase: `${R}proposal`, isHeading: true },
    { key: 'registerCode', phrase: `${R}registerCode`, under: 'title' },
    { key: 'organisationName', phrase: `${R}organisation`, under: 'title' },
    {
      key: 'below',
      phrase: `${R}standing`,
      under: 'title',
      value: ({ isPassed }, { t }) => (isPassed ? null : t(`${R}noPlace`)),
    },
    { key: 'tie', phrase: `${R}tie`, under: 'title', sort: '"tieStep"' },
    { key: 'value', phrase: `${R}score`, kind: 'points', sort: '"pointsSum"::numeric / greatest("sheetsCount", 1)' },
    { key: 'fraction', phrase: `${R}exact`, sort: false },
  ],
  order: RATING_ORDER,
});

export function criteriaColumns(titles: readonly string[]): Column<RatingTableRow>[] {
  return titles.map((title, index) => ({
    key: `criterion${index}`,
    text: title,
    phrase: '',
    kind: 'points',
    value: ({ means }) => means[index],
    sort: `(criteria -> ${index} ->> 'sum')::numeric / nullif((criteria -> ${index} ->> 'count')::numeric, 0)`,
  }));
}
