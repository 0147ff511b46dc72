import type { Register } from '../register.js';
import { ORGANISATION, YEAR } from './columns.js';

/** Funded projects that were not delivered: the commission decides (rule 10). */
export const undelivered: Register = {
  kind: 'undelivered',
  columns: [
    ...ORGANISATION,
    YEAR,
    { field: 'title', kind: 'text', isRequired: true, example: 'Бібліотека їде в село' },
    { field: 'note', kind: 'text', isRequired: true, example: 'Звіту не подано, кошти повернено 10.12.2019' },
    { field: 'party', kind: 'text', isRequired: false, example: 'Департамент масових комунікацій' },
  ],
  identity: ['edrpou', 'year', 'title'],
  hasPeriod: true,
};
