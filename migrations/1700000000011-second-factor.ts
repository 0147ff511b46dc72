import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The second factor of signing in: secrets, recovery codes, sessions that wait for a code, resets by two people. */
export class SecondFactor1700000000011 implements MigrationInterface {
  name = 'SecondFactor1700000000011';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.second_factor (
        person_id uuid constraint pk_second_factor primary key
          constraint fk_second_factor_person references identity.person (id),
        -- Sealed with a key of the installation: a copy of the database alone gives no codes.
        sealed_secret bytea not null,
        created_at timestamptz not null,
        confirmed_at timestamptz,
        -- The thirty-second step of the last code that was accepted: none is accepted twice.
        last_step bigint not null default 0
      );

      create table identity.recovery_code (
        person_id uuid not null constraint fk_recovery_code_factor
          references identity.second_factor (person_id) on delete cascade,
        code_hash bytea not null,
        used_at timestamptz,
        constraint pk_recovery_code primary key (person_id, code_hash)
      );

      -- A password was right, the code is still to come: such a session opens nothing.
      alter table identity.session add column awaits_code boolean not null default false;

      create table identity.second_factor_reset (
        id uuid constraint pk_second_factor_reset primary key,
        person_id uuid not null constraint fk_second_factor_reset_person references identity.person (id),
        reason text not null,
        asked_by uuid not null constraint fk_second_factor_reset_asked_by references identity.person (id),
        asked_at timestamptz not null,
        confirmed_by uuid constraint fk_second_factor_reset_confirmed_by references identity.person (id),
        confirmed_at timestamptz,
        constraint ck_second_factor_reset_confirmed check ((confirmed_by is null) = (confirmed_at is null)),
        constraint ck_second_factor_reset_two_people check (confirmed_by <> asked_by and confirmed_by <> person_id)
      );
      create unique index uq_second_factor_reset_open on identity.second_factor_reset (person_id) where confirmed_at is null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
