import { RESULT_OUTCOMES, type Register } from '../register.js';
import { ORGANISATION } from './columns.js';

/** Proposals, votes and the rating of a call that ran in another system. Public, with their source. */
export const results: Register = {
  kind: 'results',
  columns: [
    ...ORGANISATION,
    { field: 'title', kind: 'text', isRequired: true, example: 'Бібліотека їде в село' },
    { field: 'votes', kind: 'count', isRequired: false, example: 215 },
    { field: 'pointsHundredths', kind: 'points', isRequired: false, example: '17,25' },
    { field: 'place', kind: 'count', isRequired: false, example: 1 },
    { field: 'outcome', kind: 'choice', isRequired: false, choices: RESULT_OUTCOMES, example: 'funded' },
    { field: 'amountKop', kind: 'money', isRequired: false, example: '49 500,50' },
  ],
  identity: ['edrpou', 'title'],
  hasPeriod: false,
  isOfCompetition: true,
};
