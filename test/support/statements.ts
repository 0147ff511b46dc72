import { DataSource } from 'typeorm';
import type { TestApp } from './app.js';

export interface Statement {
  sql: string;
  params: unknown[];
}

/** Everything that the portal sends to PostgreSQL while `work` goes on, transactions included. */
export async function statementsDuring(app: TestApp, work: () => Promise<unknown>): Promise<Statement[]> {
  const source = app.get(DataSource);
  const { logger } = source;
  const sent: Statement[] = [];
  const logQuery = (sql: string, params: unknown[] = []) => void sent.push({ sql, params });
  source.logger = Object.create(logger, { logQuery: { value: logQuery } }) as typeof logger;
  try {
    await work();
  } finally {
    source.logger = logger;
  }
  return sent;
}

/** How PostgreSQL would answer the statement if what the settings turn off were not there: `seqscan`, `sort`. */
export async function planOf(app: TestApp, { sql, params }: Statement, off: readonly string[]): Promise<string> {
  return app.uow.run(await app.ctx(), async (tx) => {
    for (const one of off) await tx.rows(`set local enable_${one} = off`);
    const lines = await tx.rows<Record<'QUERY PLAN', string>>(`explain ${sql}`, params);
    return lines.map((line) => line['QUERY PLAN']).join('\n');
  });
}
