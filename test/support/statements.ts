import { DataSource } from 'typeorm';
import type { TestApp } from './app.js';

/** Everything that the portal sends to PostgreSQL while `work` goes on, transactions included. */
export async function statementsDuring(app: TestApp, work: () => Promise<unknown>): Promise<string[]> {
  const source = app.get(DataSource);
  const { logger } = source;
  const sent: string[] = [];
  source.logger = Object.create(logger, { logQuery: { value: (sql: string) => void sent.push(sql) } }) as typeof logger;
  try {
    await work();
  } finally {
    source.logger = logger;
  }
  return sent;
}
