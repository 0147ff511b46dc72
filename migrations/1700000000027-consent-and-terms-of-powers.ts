import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consent to a version of the personal-data notice; powers that an act gives until a day (auditor, co-organiser). */
export class ConsentAndTerms1700000000027 implements MigrationInterface {
  name = 'ConsentAndTerms1700000000027';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table identity.consent (
        person_id uuid not null constraint fk_consent_person references identity.person (id),
        -- 0 = the shipped text.
        notice_version integer not null constraint ck_consent_version check (notice_version >= 0),
        language text not null constraint ck_consent_language check (language in ('uk', 'en')),
        given_at timestamptz not null,
        constraint pk_consent primary key (person_id, notice_version)
      );

      -- The password was right, the consent is still to come: such a session opens nothing.
      alter table identity.session add column awaits_consent boolean not null default false;

      -- Not only a substitute holds a power until a day: an act may give one for a time.
      alter table identity.role_grant
        drop constraint ck_role_grant_substitution,
        add constraint ck_role_grant_substitution check (substitute_for is null or until_on is not null and position <> ''),
        add constraint ck_role_grant_term check (until_on is null or act_number <> '' and act_on is not null);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
