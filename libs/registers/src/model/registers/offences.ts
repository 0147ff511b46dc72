import { MEASURES, type Register } from '../register.js';
import { ORGANISATION } from './columns.js';

/** Budget offences with what followed them (rules 8, 9). */
export const offences: Register = {
  kind: 'offences',
  columns: [
    ...ORGANISATION,
    { field: 'happenedOn', kind: 'day', isRequired: true, example: '05.10.2019' },
    { field: 'title', kind: 'text', isRequired: true, example: 'Нецільове використання коштів' },
    { field: 'measure', kind: 'choice', isRequired: true, choices: MEASURES, example: 'other' },
    { field: 'party', kind: 'text', isRequired: false, example: 'Держаудитслужба' },
    { field: 'note', kind: 'text', isRequired: false, example: 'Акт № 7 від 12.11.2019' },
  ],
  identity: ['edrpou', 'happenedOn', 'title'],
  hasPeriod: true,
};
