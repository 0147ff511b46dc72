import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, sessions, powers with scope, authorities (tenants), organisations. */
export class Identity1700000000002 implements MigrationInterface {
  name = 'Identity1700000000002';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema identity;

      create table identity.organiser (
        id uuid constraint pk_organiser primary key,
        slug text not null constraint uq_organiser_slug unique constraint ck_organiser_slug check (slug ~ '^[a-z0-9-]{2,60}$'),
        name text not null,
        short_name text not null,
        edrpou text not null,
        city text not null,
        contact_name text not null,
        contact_phone text not null,
        contact_email text not null,
        working_hours text not null
      );

      create table identity.person (
        id uuid constraint pk_person primary key,
        email text not null,
        family_name text not null,
        given_name text not null,
        patronymic text,
        phone text,
        language text not null default 'uk' constraint ck_person_language check (language in ('uk', 'en')),
        password_hash text,
        created_at timestamptz not null,
        disabled_at timestamptz
      );
      create unique index uq_person_email on identity.person (lower(email));

      create table identity.session (
        id uuid constraint pk_session primary key,
        token_hash bytea not null constraint uq_session_token unique,
        person_id uuid not null constraint fk_session_person references identity.person (id),
        created_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null,
        revoked_at timestamptz,
        device text not null default ''
      );
      create index ix_session_person on identity.session (person_id) where revoked_at is null;

      create table identity.one_time_token (
        id uuid constraint pk_one_time_token primary key,
        token_hash bytea not null constraint uq_one_time_token unique,
        purpose text not null
          constraint ck_one_time_token_purpose check (purpose in ('invitation', 'password-reset', 'sign-up')),
        person_id uuid constraint fk_one_time_token_person references identity.person (id),
        email text,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz,
        -- Whoever only asked for a letter is not a person of the system yet.
        constraint ck_one_time_token_whose check (case when purpose = 'sign-up' then person_id is null and email is not null
                                                       else person_id is not null and email is null end)
      );
      create index ix_one_time_token_person on identity.one_time_token (person_id) where used_at is null;

      create table identity.attempt (
        action text not null,
        key_hash bytea not null,
        window_started_at timestamptz not null,
        count integer not null,
        constraint pk_attempt primary key (action, key_hash)
      );

      create table identity.organisation (
        id uuid constraint pk_organisation primary key,
        edrpou text not null constraint uq_organisation_edrpou unique constraint ck_organisation_edrpou check (edrpou ~ '^[0-9]{8}$'),
        name text not null,
        short_name text not null,
        legal_form text not null constraint ck_organisation_legal_form
          check (legal_form in ('public-association', 'separate-unit', 'creative-union', 'charity')),
        registered_on date not null,
        non_profit_sign text not null,
        address text not null,
        settlement text not null,
        head_name text not null,
        phone text not null,
        email text not null,
        created_at timestamptz not null
      );

      create table identity.role_grant (
        id uuid constraint pk_role_grant primary key,
        person_id uuid not null constraint fk_role_grant_person references identity.person (id),
        role text not null,
        scope_kind text not null constraint ck_role_grant_scope_kind
          check (scope_kind in ('system', 'organiser', 'competition', 'organisation')),
        scope_id uuid,
        position text not null default '',
        is_cso_representative boolean not null default false,
        act_number text not null default '',
        act_on date,
        started_on date not null,
        ended_on date,
        end_reason text,
        constraint ck_role_grant_scope check ((scope_kind = 'system') = (scope_id is null))
      );
      create index ix_role_grant_person on identity.role_grant (person_id) where ended_on is null;
      create index ix_role_grant_scope on identity.role_grant (scope_id, role) where ended_on is null;
      create unique index uq_role_grant_active on identity.role_grant (person_id, role, coalesce(scope_id, '00000000-0000-0000-0000-000000000000'))
        where ended_on is null;
      create unique index uq_role_grant_commission on identity.role_grant (person_id, scope_id)
        where ended_on is null and role in ('commission-chair', 'commission-secretary', 'commission-member');
      create unique index uq_role_grant_single on identity.role_grant (scope_id, role)
        where ended_on is null and role in ('commission-chair', 'commission-secretary');

      -- Published for the queries of upper libs: who holds which power now.
      create view identity.v_role as
        select g.id, g.person_id, g.role, g.scope_kind, g.scope_id, g.position, g.is_cso_representative, g.act_number, g.act_on,
               g.started_on, g.ended_on,
               p.email, p.language, p.family_name, p.given_name, p.patronymic,
               concat_ws(' ', p.given_name, upper(p.family_name)) as signing_name,
               concat_ws(' ', p.family_name, p.given_name, p.patronymic) as full_name
          from identity.role_grant g join identity.person p on p.id = g.person_id
         where g.ended_on is null;

      -- Published: the names of those who acted, also of those who have no power any more.
      create view identity.v_person as
        select id, email, language,
               concat_ws(' ', given_name, upper(family_name)) as signing_name,
               concat_ws(' ', family_name, given_name, patronymic) as full_name
          from identity.person;

      create view identity.v_organiser as
        select id, slug, name, short_name, edrpou, city, contact_name, contact_phone, contact_email, working_hours
          from identity.organiser;

      create view identity.v_organisation as
        select id, edrpou, name, short_name, legal_form, registered_on, non_profit_sign, settlement from identity.organisation;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
