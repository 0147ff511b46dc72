import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions about conflicts of interest: found in data, raised by an applicant or by another person; declared links. */
export class ConflictQuestions1700000000075 implements MigrationInterface {
  name = 'ConflictQuestions1700000000075';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- rule 35: with whom a member is linked, in the member's own words; people who are close stand here too.
      create table evaluation.declared_link (
        person_id uuid not null constraint fk_declared_link_person references identity.person (id),
        kind text not null constraint ck_declared_link_kind check (kind in ('organisation', 'close-person')),
        line text not null constraint ck_declared_link_line check (line <> ''),
        -- Found in the line of an organisation, where it names one.
        edrpou text constraint ck_declared_link_edrpou check (edrpou ~ '^[0-9]{8}$'),
        constraint pk_declared_link primary key (person_id, kind, line)
      );

      create table evaluation.conflict_question (
        id uuid constraint pk_conflict_question primary key,
        competition_id uuid not null constraint fk_conflict_question_competition references competitions.competition (id),
        application_id uuid not null constraint fk_conflict_question_application references applications.application (id),
        person_id uuid not null constraint fk_conflict_question_person references identity.person (id),
        source text not null constraint ck_conflict_question_source check (source in ('data', 'challenge', 'statement')),
        -- What was found in data; empty for what people raise.
        sign text not null default '',
        detail text not null default '',
        raised_by uuid constraint fk_conflict_question_raised_by references identity.person (id),
        raised_at timestamptz not null,
        reason text not null default '',
        state text not null default 'open' constraint ck_conflict_question_state check (state in ('open', 'cleared', 'upheld')),
        decided_by uuid constraint fk_conflict_question_decided_by references identity.person (id),
        decided_at timestamptz,
        decision_reason text not null default '',
        constraint ck_conflict_question_raised check ((source = 'data') = (raised_by is null) and (source = 'data') = (reason = '')
                                                      and (source = 'data') = (sign <> '')),
        constraint ck_conflict_question_decided check ((state = 'open') = (decided_at is null) and (state = 'open') = (decision_reason = '')
                                                       and (state = 'open') = (decided_by is null))
      );
      create unique index uq_conflict_question_sign on evaluation.conflict_question (application_id, person_id, sign, detail)
        where source = 'data';
      -- An applicant challenges a member once.
      create unique index uq_conflict_question_challenge on evaluation.conflict_question (application_id, person_id)
        where source = 'challenge';
      create index ix_conflict_question_competition on evaluation.conflict_question (competition_id, id);
      create index ix_conflict_question_open on evaluation.conflict_question (application_id, person_id) where state = 'open';

      -- What a decision upheld is not taken back by the person it is about.
      alter table evaluation.conflict_declaration add column upheld_at timestamptz;

      -- Pairs in which a person may be given a proposal: declared without conflict, and no question is open.
      create view evaluation.v_free_pair as
        select d.competition_id, d.application_id, d.person_id from evaluation.conflict_declaration d
         where d.kind = 'none'
           and not exists (select from evaluation.conflict_question q
                            where q.application_id = d.application_id and q.person_id = d.person_id and q.state = 'open');

      create function evaluation.plain_name(name text) returns text language sql immutable as $$
        select trim(regexp_replace(lower(translate(name, '’ʼ''\`', '')), '\\s+', ' ', 'g'))
      $$;
      -- The last nine digits: with and without the code of the country.
      create function evaluation.plain_phone(phone text) returns text language sql immutable as $$
        select nullif(right(regexp_replace(phone, '\\D', '', 'g'), 9), '')
      $$;
      create function evaluation.mail_host(email text) returns text language sql immutable as $$
        select lower(split_part(email, '@', 2))
      $$;

      /*
       * What data say about a possible conflict: for every scorer of a competition and every proposal that takes part, one
       * row for each sign. A mailbox at a public host, or premises that many share, is none by itself.
       */
      create view evaluation.v_conflict_sign as
      with scorer as (
        select distinct r.scope_id as competition_id, r.person_id, evaluation.plain_name(r.full_name) as name,
               evaluation.plain_phone(p.phone) as phone, lower(r.email) as email, evaluation.mail_host(r.email) as host
          from identity.v_role r join identity.person p on p.id = r.person_id
         where r.role in ('commission-chair', 'commission-secretary', 'commission-member', 'expert')),
      subject as (
        select a.competition_id, a.id as application_id, o.id as organisation_id, o.edrpou, o.short_name,
               evaluation.plain_name(o.head_name) as head, evaluation.plain_phone(o.phone) as phone,
               lower(o.email) as email, evaluation.mail_host(o.email) as host, evaluation.plain_name(o.address) as address
          from applications.application a join identity.organisation o on o.id = a.organisation_id
         where a.state in ('submitted', 'admitted')),
      link as (
        select g.person_id, o.id as organisation_id, 'power' as kind
          from identity.role_grant g join identity.organisation o on o.id = g.scope_id where g.role = 'applicant'
        union
        select l.person_id, o.id, 'declared' from evaluation.declared_link l join identity.organisation o on o.edrpou = l.edrpou)
      select s.competition_id, s.application_id, p.person_id, 'acts-for' as sign, '' as detail
        from subject s join link l on l.organisation_id = s.organisation_id and l.kind = 'power'
        join scorer p on p.competition_id = s.competition_id and p.person_id = l.person_id
      union
      select s.competition_id, s.application_id, p.person_id, 'declared-link', l.line
        from subject s join evaluation.declared_link l on l.edrpou = s.edrpou
        join scorer p on p.competition_id = s.competition_id and p.person_id = l.person_id
      union
      select s.competition_id, s.application_id, p.person_id, 'is-head', ''
        from subject s join scorer p on p.competition_id = s.competition_id and p.name = s.head
      union
      select s.competition_id, s.application_id, p.person_id, 'close-person', l.line
        from subject s join scorer p on p.competition_id = s.competition_id
        join evaluation.declared_link l on l.person_id = p.person_id and l.kind = 'close-person'
             and evaluation.plain_name(l.line) = s.head
      union
      select s.competition_id, s.application_id, p.person_id, 'phone', ''
        from subject s join scorer p on p.competition_id = s.competition_id and p.phone = s.phone
      union
      select s.competition_id, s.application_id, p.person_id, 'email', ''
        from subject s join scorer p on p.competition_id = s.competition_id
             and (p.email = s.email or p.host = s.host and not (s.host = any (array[
               'gmail.com', 'ukr.net', 'i.ua', 'meta.ua', 'bigmir.net', 'email.ua', 'online.ua', 'outlook.com', 'hotmail.com',
               'yahoo.com', 'icloud.com', 'proton.me', 'protonmail.com', 'mail.com', 'live.com'])))
      union
      -- The applicant and an organisation of the person have the same head or phone; the same address only beside them.
      select s.competition_id, s.application_id, p.person_id,
             case when evaluation.plain_name(o.head_name) = s.head then 'linked-head' else 'linked-phone' end, o.short_name
        from subject s
        join identity.organisation o on o.id <> s.organisation_id
             and (evaluation.plain_name(o.head_name) = s.head or evaluation.plain_phone(o.phone) = s.phone)
        join link l on l.organisation_id = o.id
        join scorer p on p.competition_id = s.competition_id and p.person_id = l.person_id
      union
      -- An earlier project of the applicant: the person prepared it, or is named in it as responsible.
      select s.competition_id, s.application_id, p.person_id, 'joint-project', e.title
        from subject s
        join applications.application e on e.organisation_id = s.organisation_id and e.state <> 'draft'
        join scorer p on p.competition_id = s.competition_id
             and (p.person_id = e.created_by
                  or exists (select from applications.activity x
                              where x.application_id = e.id and evaluation.plain_name(x.responsible) = p.name));
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
