import { readConfig } from '#libs/platform/config';
import { migrateDatabase } from '../migrate-database.js';
import type { Command } from './command.js';

export const migrate: Command = {
  about: 'bring the database up to date',
  async run() {
    const done = await migrateDatabase(readConfig().databaseUrl);
    console.log(done.length === 0 ? 'The database is up to date.' : `Migrated: ${done.join(', ')}`);
  },
};
