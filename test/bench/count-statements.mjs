import { createRequire } from 'node:module';

/*
 * Loaded into a portal before it starts: counts every statement that goes to PostgreSQL, and says how many when asked.
 * node --import ./test/bench/count-statements.mjs dist/apps/portal/src/main.js
 */
const { Client } = createRequire(import.meta.url)('pg');
const query = Client.prototype.query;
let count = 0;
Client.prototype.query = function (...args) {
  count += 1;
  return query.apply(this, args);
};
process.on('message', () => process.send({ count }));
