import { DataSource } from 'typeorm';
import { APP_ROLE } from '#libs/platform/database';
import { grantToApp, migrations } from '#migrations';

/** Any number, the same for every copy of the cli: only one migrates at a time. */
const MIGRATION_LOCK = 7_390_211;
const TABLE = 'schema_migration';

/** The migrations that this program knows, in their order. */
export const knownMigrations = (): string[] => migrations.map((migration) => new migration().name);

/**
 * Brings the schema up to date as the owner of the database, one migrator at a time; with `only`, to the state that
 * these migrations make. Returns the names of what ran.
 */
export async function migrateDatabase(url: string, only = knownMigrations()): Promise<string[]> {
  const wanted = migrations.filter((migration) => only.includes(new migration().name));
  const db = new DataSource({
    type: 'postgres',
    url,
    migrations: wanted,
    migrationsTableName: TABLE,
    migrationsTransactionMode: 'each',
  });
  await db.initialize();
  const guard = db.createQueryRunner();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const done = await db.runMigrations();
    if (wanted.length === migrations.length) await grantToApp(db, APP_ROLE);
    return done.map(({ name }) => name);
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await guard.release();
    await db.destroy();
  }
}
