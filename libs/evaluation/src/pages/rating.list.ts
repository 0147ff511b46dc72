import { choicesOf, defineList, type Column } from '#libs/platform/http';
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
      choices: choicesOf(['placed', 'below'], `${R}standings.`),
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
    { key: 'tie', phrase: `${R}tie`, under: 'title' },
    { key: 'value', phrase: `${R}score`, kind: 'points' },
    { key: 'fraction', phrase: `${R}exact`, sort: false },
  ],
  order: 'place',
});

export function criteriaColumns(titles: readonly string[]): Column<RatingTableRow>[] {
  return titles.map((title, index) => ({
    key: `criterion${index}`,
    text: title,
    phrase: '',
    kind: 'points',
    value: ({ means }) => means[index],
  }));
}
