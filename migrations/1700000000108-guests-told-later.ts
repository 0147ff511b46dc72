import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters to guests are written after the act, so many at once; officers are reminded once; what nobody used goes. */
export class GuestsToldLater1700000000108 implements MigrationInterface {
  name = 'GuestsToldLater1700000000108';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The place in the order of registrations up to which guests are told.
      alter table events.change add column told_up_to integer not null default 0;
      alter table events.outcome add column told_up_to integer not null default 0;
      -- How many of the reminders to report are behind.
      alter table events.event add column chased integer not null default 0;
      create index ix_event_unreported on events.event (ends_at) where state = 'held';
      drop table events.stall;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
