import { choicesOf, defineList } from '#libs/platform/http';
import { RESULT_OUTCOMES, type ResultOutcome } from '#libs/registers';
import type { ElsewhereResult } from '../queries/results-of-elsewhere.js';

const TONES: Record<ResultOutcome, string> = { funded: 'success', 'not-funded': 'neutral', 'not-admitted': 'danger' };

/** Proposals, votes and the rating of a call that ran elsewhere, each with its source. */
export const elsewhereResultsList = defineList<ElsewhereResult>({
  name: 'elsewhere-results',
  title: 'registers:results.title',
  search: { label: 'registers:results.search', in: ['title', 'organisationName', 'edrpou'] },
  filters: [
    {
      name: 'outcome',
      label: 'registers:columns.results.outcome',
      any: 'registers:results.anyOutcome',
      choices: choicesOf(RESULT_OUTCOMES, 'registers:result.'),
    },
  ],
  columns: [
    { key: 'title', phrase: 'registers:columns.results.title', isHeading: true },
    { key: 'organisationName', phrase: 'registers:rows.organisation', under: 'title' },
    { key: 'edrpou', phrase: 'registers:rows.edrpou', under: 'title' },
    { key: 'place', phrase: 'registers:columns.results.place', kind: 'number' },
    { key: 'points', phrase: 'registers:columns.results.pointsHundredths', kind: 'points' },
    { key: 'votes', phrase: 'registers:columns.results.votes', kind: 'number' },
    {
      key: 'outcome',
      phrase: 'registers:columns.results.outcome',
      kind: 'state',
      words: 'registers:result.',
      tone: ({ outcome }) => (outcome ? TONES[outcome] : undefined),
    },
    { key: 'amountKop', phrase: 'registers:columns.results.amountKop', kind: 'money' },
    {
      key: 'source',
      phrase: 'registers:results.source',
      value: ({ sourceTitle: title, sourceOn, sourceBy }, { t }) =>
        t('registers:results.enteredFrom', { title, date: sourceOn.split('-').reverse().join('.'), by: sourceBy }),
    },
  ],
  order: 'place nulls last, title, id',
});
