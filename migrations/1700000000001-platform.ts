import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts (audit trail), their hash chains, what is owed (outbox), and the demo clock. */
export class Platform1700000000001 implements MigrationInterface {
  name = 'Platform1700000000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema platform;
      create schema facts;

      create table platform.demo_clock (
        only_row boolean constraint pk_demo_clock primary key default true constraint ck_demo_clock_one check (only_row),
        offset_ms bigint not null default 0
      );

      create function platform.domain_now() returns timestamptz language sql volatile as $$
        select clock_timestamp() + coalesce((select offset_ms from platform.demo_clock), 0) * interval '1 millisecond'
      $$;

      create table facts.fact (
        id uuid constraint pk_fact primary key,
        name text not null,
        at timestamptz not null,
        actor_id uuid,
        subject_id uuid not null,
        scope_id uuid,
        request_id text not null,
        body text not null,
        seq bigint,
        hash text,
        constraint uq_fact_link unique (scope_id, seq),
        constraint ck_fact_link check ((seq is null) = (hash is null))
      );
      create index ix_fact_subject on facts.fact (subject_id, id);
      create index ix_fact_name on facts.fact (name, id);

      create table facts.personal_particulars (
        fact_id uuid constraint pk_personal_particulars primary key references facts.fact (id),
        salt bytea not null,
        body text not null
      );

      create table facts.chain_head (
        scope_id uuid constraint pk_chain_head primary key,
        seq bigint not null,
        hash text not null
      );

      create table facts.delivery (
        id uuid constraint pk_delivery primary key,
        task text not null,
        subject_id uuid not null,
        fact_id uuid references facts.fact (id),
        due_at timestamptz not null default clock_timestamp(),
        enqueued_at timestamptz,
        attempts integer not null default 0,
        done_at timestamptz,
        dead boolean not null default false,
        error text
      );
      create index ix_delivery_owed on facts.delivery (due_at) where done_at is null and not dead;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
