import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Budgets by the rules of their competition: groups of costs (rule 24), months, money from other sources (rule 21). */
export class BudgetShares1700000000045 implements MigrationInterface {
  name = 'BudgetShares1700000000045';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table applications.budget_line
        add column group_key text not null default '',
        add column months integer not null default 1
          constraint ck_budget_line_months check (months between 0 and 12),
        add column other_kop bigint not null default 0 constraint ck_budget_line_other check (other_kop >= 0);

      alter table applications.application add column other_kop bigint not null default 0;

      alter table applications.submission
        add column other_kop bigint not null default 0 constraint ck_submission_other check (other_kop >= 0),
        drop constraint ck_submission_total,
        add constraint ck_submission_total check (total_kop = requested_kop + own_kop + other_kop);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
