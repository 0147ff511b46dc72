import { DataSource } from 'typeorm';
import { readConfig } from '#libs/platform/config';
import { APP_ROLE } from '#libs/platform/database';
import { grantToApp, migrations } from '#migrations';
import type { Command } from './command.js';

/** Any number, the same for every copy of the cli: only one migrates at a time. */
const MIGRATION_LOCK = 7_390_211;

/** Brings the schema up to date, as the owner of the database, one migrator at a time. */
export const migrate: Command = {
  about: 'bring the database up to date',
  async run() {
    const db = new DataSource({
      type: 'postgres',
      url: readConfig().databaseUrl,
      migrations,
      migrationsTableName: 'schema_migration',
      migrationsTransactionMode: 'each',
    });
    await db.initialize();
    const guard = db.createQueryRunner();
    try {
      await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
      const done = await db.runMigrations();
      await grantToApp(db, APP_ROLE);
      console.log(
        done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.map((one) => one.name).join(', ')}`,
      );
    } finally {
      await guard.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await guard.release();
      await db.destroy();
    }
  },
};
