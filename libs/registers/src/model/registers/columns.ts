import type { RegisterColumn } from '../register.js';

/** Whose code and name every register begins with. The example is nobody's: its check digit is right, its name says so. */
export const EXAMPLE_EDRPOU = '00000017';

export const ORGANISATION: readonly RegisterColumn[] = [
  { field: 'edrpou', kind: 'edrpou', isRequired: true, example: EXAMPLE_EDRPOU },
  { field: 'organisationName', kind: 'text', isRequired: true, example: 'ГО «Приклад (цей рядок видаліть)»' },
];

export const YEAR: RegisterColumn = { field: 'year', kind: 'year', isRequired: true, example: 2019 };
