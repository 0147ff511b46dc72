import { choicesOf, defineList, type Words } from '#libs/platform/http';
import { isGiven } from '../model/award-change.js';
import { OUTCOMES_NOW, outcomeNow } from '../model/outcome-now.js';
import { reasonNow } from '../model/reason-in-words.js';
import type { Results } from '../queries/public-results.js';

export const RESULT_OUTCOMES = [...OUTCOMES_NOW, 'not-admitted'] as const;

/** What became of one proposal. */
export interface ResultRow {
  outcome: (typeof RESULT_OUTCOMES)[number];
  place: number | null;
  organisation: string;
  edrpou: string;
  settlement: string;
  title: string;
  registerCode: string;
  points: number | null;
  requestedKop: number | null;
  awardedKop: number | null;
  reason: string | null;
}

const R = 'awards:results.';
const TONES: Record<ResultRow['outcome'], string> = {
  ...{ funded: 'success', offered: 'warning', next: 'info', declined: 'neutral' },
  ...{ 'not-funded': 'neutral', 'not-admitted': 'danger' },
};

/** All proposals of a decided competition in one table. */
export const resultsList = defineList<ResultRow>({
  name: 'results',
  title: `${R}title`,
  search: { label: `${R}search`, in: ['organisation', 'title', 'settlement', 'registerCode', 'edrpou'] },
  filters: [
    {
      name: 'outcome',
      label: `${R}outcome`,
      any: `${R}outcomes.any`,
      choices: choicesOf(RESULT_OUTCOMES, `${R}outcomes.`),
    },
  ],
  columns: [
    { key: 'place', phrase: `${R}place`, kind: 'number' },
    {
      key: 'organisation',
      phrase: `${R}organisation`,
      href: ({ edrpou }) => `/organisations/${edrpou}`,
      isHeading: true,
    },
    { key: 'edrpou', phrase: `${R}edrpou`, under: 'organisation' },
    { key: 'settlement', phrase: `${R}settlement`, under: 'organisation' },
    { key: 'title', phrase: `${R}project` },
    { key: 'registerCode', phrase: `${R}registerCode`, under: 'title' },
    { key: 'points', phrase: `${R}points`, kind: 'points' },
    { key: 'requestedKop', phrase: `${R}asks`, kind: 'money' },
    { key: 'awardedKop', phrase: `${R}gets`, kind: 'money' },
    {
      key: 'outcome',
      phrase: `${R}outcome`,
      kind: 'state',
      words: `${R}outcomes.`,
      tone: ({ outcome }) => TONES[outcome],
    },
    { key: 'reason', phrase: `${R}reason`, under: 'outcome' },
  ],
  order: 'place',
});

export function resultRows({ rating, refused }: Results, { lang }: Words): ResultRow[] {
  const rated = rating.map((row): ResultRow => ({
    ...row,
    outcome: outcomeNow(row),
    organisation: row.organisationName,
    points: row.score.denominator === 0 ? null : row.score.numerator / row.score.denominator,
    awardedKop: row.award && isGiven(row.award.state) ? row.award.amountKop : null,
    reason: reasonNow(row, lang),
  }));
  const others = refused.map((row): ResultRow => ({
    ...row,
    ...{ outcome: 'not-admitted', organisation: row.organisationName },
    ...{ place: null, points: null, requestedKop: null, awardedKop: null },
  }));
  return [...rated, ...others];
}
