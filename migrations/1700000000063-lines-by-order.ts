import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where the conditions say that the director distributes the money, a line rests on the order itself and not on an item
 * of signed minutes; a departure from the rating or from the advice of the commission has a public reason.
 */
export class LinesByOrder1700000000063 implements MigrationInterface {
  name = 'LinesByOrder1700000000063';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table awards.allocation_line
        alter column session_item_id drop not null,
        add column note text not null default '',
        add constraint ck_allocation_note check (note = '' or session_item_id is null),
        add constraint ck_allocation_departure
          check (session_item_id is not null or reason is distinct from 'not-supported' or note <> '');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
