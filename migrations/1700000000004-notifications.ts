import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters: queued in the transaction of their cause, sent once. */
export class Notifications1700000000004 implements MigrationInterface {
  name = 'Notifications1700000000004';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema notifications;

      create table notifications.message (
        id uuid constraint pk_message primary key,
        to_person_id uuid constraint fk_message_person references identity.person (id),
        to_address text not null,
        language text not null,
        template text not null,
        subject text not null,
        body text,
        document_ids uuid[] not null default '{}',
        holds_secret boolean not null default false,
        once_key text constraint uq_message_once_key unique,
        message_id text not null constraint uq_message_message_id unique,
        state text not null constraint ck_message_state check (state in ('queued', 'sending', 'sent', 'failed')),
        attempts integer not null default 0,
        queued_at timestamptz not null,
        sending_until timestamptz,
        sent_at timestamptz,
        error text
      );
      create index ix_message_person on notifications.message (to_person_id, id);
      create index ix_message_state on notifications.message (state, id) where state <> 'sent';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
