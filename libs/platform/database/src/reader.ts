import type { QueryRunner } from 'typeorm';

/** Reads plain rows. A query takes a Reader, so that it runs inside a transaction or outside of one alike. */
export interface Reader {
  rows<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  one<Row>(sql: string, params?: readonly unknown[]): Promise<Row | undefined>;
}

interface Structured<Row> {
  records: Row[];
  affected?: number;
}

/** TypeORM's raw result differs by statement; this one is always the same. */
export async function runSql<Row>(
  runner: QueryRunner,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Structured<Row>> {
  const result = (await runner.query(sql, [...params], true)) as unknown as Partial<Structured<Row>>;
  return { records: result.records ?? [], affected: result.affected };
}
