import { LEGAL_FORMS } from '#libs/identity';
import type { Register } from '../register.js';
import { ORGANISATION } from './columns.js';

/** Organisations that the authority knows, from an extract or a letter. No card of the system is changed by it. */
export const organisations: Register = {
  kind: 'organisations',
  columns: [
    ...ORGANISATION,
    { field: 'legalForm', kind: 'choice', isRequired: false, choices: LEGAL_FORMS, example: 'public-association' },
    { field: 'registeredOn', kind: 'day', isRequired: false, example: '05.10.2015' },
    { field: 'settlement', kind: 'text', isRequired: false, example: 'Сєвєродонецьк' },
  ],
  identity: ['edrpou'],
  hasPeriod: false,
};
