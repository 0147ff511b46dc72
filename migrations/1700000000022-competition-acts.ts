import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happens to a competition after its announcement: acts that stop or change it, and numbered corrections. */
export class CompetitionActs1700000000022 implements MigrationInterface {
  name = 'CompetitionActs1700000000022';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competitions.competition
        -- Where it stood when it was suspended, cancelled or declared not held: what was open to read stays open.
        add column stopped_from text
          constraint ck_competition_stopped_from check (stopped_from in ('announced', 'admission', 'scoring', 'rated')),
        add column stopped_at timestamptz,
        drop constraint ck_competition_state,
        add constraint ck_competition_state check (state in ('draft', 'announced', 'admission', 'scoring', 'rated', 'decided',
          'suspended', 'cancelled', 'not-held')),
        add constraint ck_competition_stopped check (
          (state in ('suspended', 'cancelled', 'not-held')) = (stopped_from is not null)
          and (stopped_from is null) = (stopped_at is null));

      create table competitions.act (
        id uuid constraint pk_act primary key,
        competition_id uuid not null constraint fk_act_competition references competitions.competition (id),
        kind text not null constraint ck_act_kind
          check (kind in ('cancel', 'suspend', 'resume', 'not-held', 'change-pot', 'extend')),
        state text not null default 'prepared' constraint ck_act_state check (state in ('prepared', 'confirmed', 'dropped')),
        -- 1, 2, 3 … in the order of confirmation; the public address of the act.
        position integer,
        number text not null constraint ck_act_number check (number <> ''),
        act_on date not null,
        reason text not null constraint ck_act_reason check (reason <> ''),
        pot_kop bigint constraint ck_act_pot check ((kind = 'change-pot') = (pot_kop is not null)),
        closes_at timestamptz constraint ck_act_closes check (kind in ('extend', 'resume') or closes_at is null),
        document_id uuid constraint fk_act_document references documents.document (id),
        prepared_by uuid not null constraint fk_act_preparer references identity.person (id),
        prepared_at timestamptz not null,
        confirmed_by uuid constraint fk_act_signer references identity.person (id),
        confirmed_at timestamptz,
        signer_name text,
        signer_position text,
        -- What the act changed: { before: {…}, after: {…} } of settings.
        changes jsonb not null default '{}',
        constraint uq_act_position unique (competition_id, position),
        constraint ck_act_confirmed check ((state = 'confirmed') = (confirmed_at is not null and confirmed_by is not null
          and position is not null and signer_name is not null and signer_position is not null))
      );
      create index ix_act_competition on competitions.act (competition_id, id);
      create unique index uq_act_prepared on competitions.act (competition_id) where state = 'prepared';

      create table competitions.correction (
        id uuid constraint pk_correction primary key,
        competition_id uuid not null constraint fk_correction_competition references competitions.competition (id),
        number integer not null,
        subject text not null constraint ck_correction_subject
          check (subject in ('announcement', 'admission', 'results', 'minutes', 'order')),
        -- A setting of the announcement that now shows the corrected text, else null.
        field text,
        -- Where it stands, in words.
        place text not null constraint ck_correction_place check (place <> ''),
        was text not null,
        becomes text not null constraint ck_correction_becomes check (becomes <> '' and becomes <> was),
        reason text not null constraint ck_correction_reason check (reason <> ''),
        act_number text not null constraint ck_correction_act_number check (act_number <> ''),
        act_on date not null,
        -- The proposal that it touches, when it is one.
        application_id uuid,
        register_code text,
        made_by uuid not null constraint fk_correction_maker references identity.person (id),
        made_at timestamptz not null,
        constraint uq_correction_number unique (competition_id, number),
        constraint ck_correction_field check (field is null or subject = 'announcement'),
        constraint ck_correction_application check ((application_id is null) = (register_code is null))
      );

      -- What was confirmed or corrected stays as it was.
      create trigger act_kept before update or delete on competitions.act for each row
        when (old.state <> 'prepared') execute function competitions.refuse_change();
      create trigger correction_kept before update or delete on competitions.correction for each row
        execute function competitions.refuse_change();

      create or replace view competitions.v_competition as
        select id, organiser_id, measure_id, state, code, title, title_en, budget_year, pot_kop, cap_kop, passing_hundredths,
               scoring_mode, experts_per_application, tie_order, announced_on, opens_at, closes_at, scoring_from, scoring_until,
               admission_until, decision_until, published_at, decided_at,
               coalesce(stopped_from, state) as stage
          from competitions.competition;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
