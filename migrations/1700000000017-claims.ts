import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The right to act for an organisation is claimed, then verified, refused or ended. An organisation may be liquidated,
 * and a duplicate leads to the one that stayed. An address of an account is changed by two people.
 */
export class Claims1700000000017 implements MigrationInterface {
  name = 'Claims1700000000017';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table identity.organisation
        add column liquidated_on date,
        add column liquidation_act text not null default '',
        add column merged_into uuid constraint fk_organisation_merged references identity.organisation (id),
        add constraint ck_organisation_liquidated check ((liquidated_on is null) = (liquidation_act = '')),
        add constraint ck_organisation_merged check (merged_into <> id);
      create index ix_organisation_merged on identity.organisation (merged_into) where merged_into is not null;

      alter table identity.person
        add column merged_into uuid constraint fk_person_merged references identity.person (id),
        add constraint ck_person_merged check (merged_into is null or merged_into <> id and disabled_at is not null);
      create index ix_person_merged on identity.person (merged_into) where merged_into is not null;

      create table identity.claim (
        id uuid constraint pk_claim primary key,
        edrpou text not null constraint ck_claim_edrpou check (edrpou ~ '^[0-9]{8}$'),
        -- Null while nobody has registered this code.
        organisation_id uuid constraint fk_claim_organisation references identity.organisation (id),
        person_id uuid not null constraint fk_claim_person references identity.person (id),
        purpose text not null constraint ck_claim_purpose
          check (purpose in ('first', 'colleague', 'new-head', 'lost-mailbox')),
        state text not null constraint ck_claim_state check (state in ('claimed', 'verified', 'refused', 'ended')),
        position text not null default '',
        words text not null default '',
        -- As the extract says it.
        extract_name text not null default '',
        extract_head text not null default '',
        extract_document_id uuid constraint fk_claim_extract references documents.document (id),
        -- The power that rests on this claim; the first claimant has it at once.
        grant_id uuid constraint fk_claim_grant references identity.role_grant (id),
        claimed_at timestamptz not null,
        decided_by uuid constraint fk_claim_decided_by references identity.person (id),
        decided_in uuid constraint fk_claim_decided_in references identity.organiser (id),
        decided_at timestamptz,
        ground text constraint ck_claim_ground check (ground in ('extract', 'colleagues')),
        reason text not null default '',
        ended_at timestamptz,
        constraint ck_claim_decided check (state not in ('verified', 'refused') or (decided_by is not null and decided_at is not null)),
        constraint ck_claim_verified check (state <> 'verified' or (ground is not null and grant_id is not null)),
        constraint ck_claim_refused check (state <> 'refused' or reason <> ''),
        constraint ck_claim_ended check ((state = 'ended') = (ended_at is not null)),
        constraint ck_claim_own check (decided_by <> person_id)
      );
      create unique index uq_claim_open on identity.claim (person_id, edrpou) where state = 'claimed';
      create index ix_claim_organisation on identity.claim (organisation_id, state);
      create index ix_claim_code on identity.claim (edrpou) where organisation_id is null;
      create index ix_claim_grant on identity.claim (grant_id);
      create index ix_claim_time on identity.claim (claimed_at, id);

      -- What the people who act already say to a new claim.
      create table identity.claim_answer (
        claim_id uuid not null constraint fk_claim_answer_claim references identity.claim (id),
        person_id uuid not null constraint fk_claim_answer_person references identity.person (id),
        answer text not null constraint ck_claim_answer check (answer in ('join', 'object')),
        words text not null default '',
        answered_at timestamptz not null,
        constraint pk_claim_answer primary key (claim_id, person_id),
        constraint ck_claim_answer_words check (answer = 'join' or words <> '')
      );

      create table identity.email_change (
        id uuid constraint pk_email_change primary key,
        person_id uuid not null constraint fk_email_change_person references identity.person (id),
        new_email text not null,
        reason text not null,
        asked_by uuid not null constraint fk_email_change_asked references identity.person (id),
        asked_at timestamptz not null,
        confirmed_by uuid constraint fk_email_change_confirmed references identity.person (id),
        confirmed_at timestamptz,
        constraint ck_email_change_confirmed check ((confirmed_by is null) = (confirmed_at is null)),
        constraint ck_email_change_two_people check (confirmed_by <> asked_by and confirmed_by <> person_id)
      );
      create unique index uq_email_change_open on identity.email_change (person_id) where confirmed_at is null;

      -- Whoever acts already claimed at the beginning: the oldest power of each organisation waits to be verified.
      insert into identity.claim (id, edrpou, organisation_id, person_id, purpose, state, grant_id, claimed_at)
      select distinct on (o.id) gen_random_uuid(), o.edrpou, o.id, g.person_id, 'first', 'claimed', g.id, o.created_at
        from identity.organisation o
        join identity.role_grant g on g.scope_id = o.id and g.role = 'applicant' and g.ended_on is null
       order by o.id, g.started_on, g.id;

      -- Published: may we rely on those who act for an organisation, who looked and on what ground; is it still there.
      create view identity.v_organisation_right as
        select o.id as organisation_id, v.id is not null as is_verified, v.decided_at as verified_at, v.ground,
               concat_ws(' ', p.family_name, p.given_name, p.patronymic) as verified_by_name, a.short_name as verified_in_name,
               o.liquidated_on, o.liquidation_act, o.merged_into
          from identity.organisation o
          left join lateral (
            select c.id, c.decided_at, c.ground, c.decided_by, c.decided_in
              from identity.claim c
              join identity.role_grant g on g.id = c.grant_id and g.ended_on is null
             where c.organisation_id = o.id and c.state = 'verified'
             order by c.decided_at desc, c.id desc limit 1) v on true
          left join identity.person p on p.id = v.decided_by
          left join identity.organiser a on a.id = v.decided_in;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
