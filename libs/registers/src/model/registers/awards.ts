import type { Register } from '../register.js';
import { ORGANISATION, YEAR } from './columns.js';

/** What organisations got from public money before this system was there. Public, with its source. */
export const awards: Register = {
  kind: 'awards',
  columns: [
    ...ORGANISATION,
    YEAR,
    { field: 'title', kind: 'text', isRequired: true, example: 'Бібліотека їде в село' },
    { field: 'party', kind: 'text', isRequired: true, example: 'Департамент масових комунікацій' },
    { field: 'amountKop', kind: 'money', isRequired: true, example: '49 500,50' },
    { field: 'note', kind: 'text', isRequired: false, example: 'Договір № 12 від 03.03.2019' },
  ],
  identity: ['edrpou', 'year', 'title'],
  hasPeriod: false,
  isDecidedAhead: true,
};
