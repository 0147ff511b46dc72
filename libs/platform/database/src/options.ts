import type { DataSourceOptions, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Config } from '#libs/platform/config';

/** The application's role: no DDL, no UPDATE or DELETE on facts (migrations/grants.ts). */
export const APP_ROLE = 'spryiannia_app';

/**
 * For a free connection of the pool, or for a new one. In the last minute before a closing hundreds of requests stand in
 * this queue: each is received as of its arrival (rule 16), so that it must come to its turn. A proxy waits 65 s.
 */
const CONNECTION_WAIT_MS = 60_000;
const LOCK_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 20_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
/**
 * Of a page read out of order, against one read in a row. PostgreSQL's own 4 is that of a disk with an arm: it read all
 * sheets there are to count those of one competition.
 */
const RANDOM_PAGE_COST = 1.1;

/** How the application connects: as the app role, with every wait limited. Entities are composed in apps/. */
export function databaseOptions(config: Config, entities: EntityTarget<ObjectLiteral>[]): DataSourceOptions {
  const settings = {
    role: APP_ROLE,
    lock_timeout: LOCK_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    random_page_cost: RANDOM_PAGE_COST,
  };
  return {
    type: 'postgres',
    url: config.databaseUrl,
    entities: entities as never,
    synchronize: false,
    connectTimeoutMS: CONNECTION_WAIT_MS,
    poolSize: config.databasePoolMax,
    applicationName: 'spryiannia',
    extra: {
      options: Object.entries(settings)
        .map(([name, value]) => `-c ${name}=${value}`)
        .join(' '),
    },
  };
}
