import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { runSql, type Reader } from './reader.js';

/** Reading outside a transaction: for queries and pages. Writing goes through UnitOfWork only. */
@Injectable()
export class Database implements Reader {
  constructor(private readonly source: DataSource) {}

  async rows<Row>(sql: string, params?: readonly unknown[]): Promise<Row[]> {
    const runner = this.source.createQueryRunner();
    try {
      return (await runSql<Row>(runner, sql, params)).records;
    } finally {
      await runner.release();
    }
  }

  async one<Row>(sql: string, params?: readonly unknown[]): Promise<Row | undefined> {
    return (await this.rows<Row>(sql, params))[0];
  }
}
