import pg from 'pg';
import type { Reader } from '#libs/platform/database';

const LOCK_TIMEOUT = '10s';

/** A connection as the owner of the database, and the same as a Reader. */
export interface Connection {
  client: pg.Client;
  reader: Reader;
}

/** Runs work on one connection. Text forms are fixed, so that what one server writes another one reads. */
export async function connected<T>(url: string, work: (connection: Connection) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'spryiannia-cli' });
  await client.connect();
  try {
    await client.query(
      `set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
       set lock_timeout = '${LOCK_TIMEOUT}'`,
    );
    return await work({ client, reader: readerOf(client) });
  } finally {
    await client.end();
  }
}

function readerOf(client: pg.Client): Reader {
  const rows = async <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> =>
    (await client.query(sql, [...params])).rows as Row[];
  return { rows, one: async <Row>(sql: string, params?: readonly unknown[]) => (await rows<Row>(sql, params))[0] };
}
