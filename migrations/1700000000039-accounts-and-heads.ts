import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An address of an account is changed by two people, or by its owner with a link to the new mailbox. The head of an
 * organisation has a name in three fields, as every person has.
 */
export class AccountsAndHeads1700000000039 implements MigrationInterface {
  name = 'AccountsAndHeads1700000000039';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.email_change
        -- How the one who asked made sure who it is: a passport seen, a call to a known number.
        add column identified_by text not null default '',
        -- The authority whose officer or director may confirm; null: administrators only.
        add column organiser_id uuid constraint fk_email_change_organiser references identity.organiser (id);

      alter table identity.one_time_token
        drop constraint ck_one_time_token_purpose,
        add constraint ck_one_time_token_purpose
          check (purpose in ('invitation', 'password-reset', 'sign-up', 'email-change')),
        drop constraint ck_one_time_token_whose,
        -- A new address belongs to a person and is proved by the link itself.
        add constraint ck_one_time_token_whose check (case purpose
          when 'sign-up' then person_id is null and email is not null
          when 'email-change' then person_id is not null and email is not null
          else person_id is not null and email is null end);

      alter table identity.organisation
        add column head_family_name text not null default '',
        add column head_given_name text not null default '',
        add column head_patronymic text;
      update identity.organisation
         set head_family_name = split_part(head_name, ' ', 1),
             head_given_name = split_part(head_name, ' ', 2),
             head_patronymic = nullif(trim(substr(head_name,
               length(split_part(head_name, ' ', 1) || split_part(head_name, ' ', 2)) + 3)), '');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
