export { newId } from '#libs/platform/new-id';
export { databaseOptions, APP_ROLE } from './options.js';
export { Database } from './database.js';
export { Tx } from './tx.js';
export type { Reader } from './reader.js';
export { UnitOfWork } from './unit-of-work.js';
export { constraintMeans } from './constraint-errors.js';
