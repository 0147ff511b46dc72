import type { Register } from '../register.js';
import { ORGANISATION, YEAR } from './columns.js';

/** What other organisers pay for: one project is not paid from two sources (rule 12). */
export const grants: Register = {
  kind: 'grants',
  columns: [
    ...ORGANISATION,
    YEAR,
    { field: 'title', kind: 'text', isRequired: true, example: 'Бібліотека їде в село' },
    { field: 'party', kind: 'text', isRequired: true, example: 'Український культурний фонд' },
    { field: 'amountKop', kind: 'money', isRequired: false, example: '120 000' },
    { field: 'note', kind: 'text', isRequired: false, example: 'Договір № 3 від 01.02.2019' },
  ],
  identity: ['edrpou', 'year', 'title', 'party'],
  hasPeriod: true,
  isDecidedAhead: true,
};
