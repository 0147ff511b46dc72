import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Complaints against decisions of a competition, their answers (rule 57), and who took part in what is contested. */
export class Complaints1700000000111 implements MigrationInterface {
  name = 'Complaints1700000000111';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema complaints;

      create table complaints.complaint (
        id uuid constraint pk_complaint primary key,
        organiser_id uuid not null constraint fk_complaint_organiser references identity.organiser (id),
        competition_id uuid not null constraint fk_complaint_competition references competitions.competition (id),
        application_id uuid not null constraint fk_complaint_application references applications.application (id),
        organisation_id uuid not null constraint fk_complaint_organisation references identity.organisation (id),
        number text not null,
        channel text not null constraint ck_complaint_channel check (channel in ('cabinet', 'paper', 'email')),
        decision text not null constraint ck_complaint_decision check (decision in ('admission', 'points', 'result')),
        ground text not null constraint ck_complaint_ground check (ground in ('criteria', 'overlooked', 'miscount', 'conflict', 'procedure', 'other')),
        story text not null constraint ck_complaint_story check (story <> ''),
        demand text not null constraint ck_complaint_demand check (demand <> ''),
        -- Another proposal whose award is contested.
        against_id uuid constraint fk_complaint_against references applications.application (id),
        -- A lawyer who speaks for the organisation, and the paper that lets them.
        representative text,
        authority text,
        authority_document_id uuid constraint fk_complaint_authority references documents.document (id),
        incoming_number text,
        received_on date not null,
        is_late boolean not null,
        registered_by uuid not null constraint fk_complaint_registrar references identity.person (id),
        registered_at timestamptz not null,
        due_on date not null,
        -- rule 57: once, with notice.
        extended_to date,
        extension_reason text,
        extended_by uuid constraint fk_complaint_extender references identity.person (id),
        extended_at timestamptz,
        reviewer_id uuid constraint fk_complaint_reviewer references identity.person (id),
        state text not null default 'open' constraint ck_complaint_state check (state in ('open', 'proposed', 'answered', 'withdrawn')),
        withdrawn_at timestamptz,
        version integer not null default 1,
        constraint uq_complaint_number unique (organiser_id, number),
        constraint ck_complaint_against check (against_id <> application_id),
        constraint ck_complaint_lawyer check (num_nulls(representative, authority, authority_document_id) in (0, 3)),
        constraint ck_complaint_incoming check ((channel = 'cabinet') = (incoming_number is null)),
        constraint ck_complaint_extended check (num_nulls(extended_to, extension_reason, extended_by, extended_at) in (0, 4) and extended_to > due_on),
        constraint ck_complaint_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null))
      );
      -- One decision is contested once at a time.
      create unique index uq_complaint_open on complaints.complaint (application_id, decision) where state in ('open', 'proposed');
      create index ix_complaint_competition on complaints.complaint (competition_id);
      create index ix_complaint_organiser on complaints.complaint (organiser_id, due_on);
      create index ix_complaint_organisation on complaints.complaint (organisation_id);
      create index ix_complaint_reviewer on complaints.complaint (reviewer_id) where state in ('open', 'proposed');

      create table complaints.evidence (
        complaint_id uuid not null constraint fk_evidence_complaint references complaints.complaint (id),
        document_id uuid constraint pk_evidence primary key constraint fk_evidence_document references documents.document (id)
      );
      create index ix_evidence_complaint on complaints.evidence (complaint_id);

      create table complaints.answer (
        complaint_id uuid constraint pk_answer primary key constraint fk_answer_complaint references complaints.complaint (id),
        outcome text not null constraint ck_answer_outcome check (outcome in ('satisfied', 'partly', 'refused', 'not-considered')),
        words text not null constraint ck_answer_words check (words <> ''),
        -- What should have been: another sheet in the place of one, or a proposal out of the rating; null = the rating stays.
        correction jsonb,
        -- What the rating and the pot then give, computed at the signature.
        effect jsonb,
        prepared_by uuid not null constraint fk_answer_author references identity.person (id),
        prepared_at timestamptz not null,
        remarks text,
        number text,
        signed_by uuid constraint fk_answer_signer references identity.person (id),
        signed_at timestamptz,
        session_id uuid constraint fk_answer_session references sessions.session (id),
        carried_at timestamptz,
        is_adopted boolean,
        constraint ck_answer_signed check (num_nulls(number, signed_by, signed_at) in (0, 3)),
        constraint ck_answer_two_people check (signed_by <> prepared_by),
        constraint ck_answer_correction check (correction is null or outcome in ('satisfied', 'partly')),
        constraint ck_answer_effect check (effect is null or (correction is not null and signed_at is not null)),
        constraint ck_answer_carried check (num_nulls(carried_at, is_adopted) in (0, 2))
      );
      create index ix_answer_session on complaints.answer (session_id) where session_id is not null;

      -- What was complained of stays as it was registered, and a signed answer as it was signed.
      create function complaints.keep_original() returns trigger language plpgsql as $$
        begin
          if (old.number, old.channel, old.decision, old.ground, old.story, old.demand, old.against_id, old.representative, old.authority, old.received_on, old.due_on, old.application_id)
             is distinct from (new.number, new.channel, new.decision, new.ground, new.story, new.demand, new.against_id, new.representative, new.authority, new.received_on, new.due_on, new.application_id)
          then raise exception 'a registered complaint stays as it was' using errcode = 'restrict_violation'; end if;
          return new;
        end $$;
      create trigger complaint_kept before update on complaints.complaint for each row execute function complaints.keep_original();
      create function complaints.keep_answer() returns trigger language plpgsql as $$
        begin
          if old.signed_at is not null and (old.outcome, old.words, old.correction, old.effect, old.number, old.signed_by, old.signed_at)
             is distinct from (new.outcome, new.words, new.correction, new.effect, new.number, new.signed_by, new.signed_at)
          then raise exception 'a signed answer stays as it was' using errcode = 'restrict_violation'; end if;
          return new;
        end $$;
      create trigger answer_kept before update on complaints.answer for each row execute function complaints.keep_answer();

      -- Published: who cast a ballot in which session.
      create view sessions.v_voter as
        select distinct s.id as session_id, s.scope_id, s.kind, b.person_id
          from sessions.ballot b join sessions.item i on i.id = b.item_id join sessions.session s on s.id = i.session_id
         where b.vote <> 'recused';

      -- Published: who checked a proposal before the admission.
      create view applications.v_checker as select application_id, checked_by as person_id from applications.admission_check;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
