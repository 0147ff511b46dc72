import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A signed sheet is annulled in signed minutes only, with a ground; it stays, and another one is written (rule 42). */
export class AnnulledSheets1700000000132 implements MigrationInterface {
  name = 'AnnulledSheets1700000000132';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evaluation.sheet_annulment (
        id uuid constraint pk_sheet_annulment primary key,
        sheet_id uuid not null constraint fk_sheet_annulment_sheet references evaluation.score_sheet (id),
        competition_id uuid not null constraint fk_sheet_annulment_competition references competitions.competition (id),
        ground text not null constraint ck_sheet_annulment_ground check (ground <> ''),
        -- The last second of the days for a new sheet; null: those of the competition.
        write_until timestamptz,
        session_id uuid not null,
        asked_at timestamptz not null,
        outcome text constraint ck_sheet_annulment_outcome check (outcome in ('annulled', 'kept', 'no-quorum', 'withdrawn')),
        decided_at timestamptz,
        constraint ck_sheet_annulment_decided check ((outcome is null) = (decided_at is null))
      );
      create unique index uq_sheet_annulment_open on evaluation.sheet_annulment (sheet_id) where decided_at is null;
      create index ix_sheet_annulment_competition on evaluation.sheet_annulment (competition_id, asked_at);

      -- Of the sheet that counts: an annulled one from paper answers for no later one.
      create or replace view evaluation.v_paper_sheet as
        select p.application_id, p.person_id, p.entered_by, p.checked_by
          from evaluation.paper_sheet p
          join evaluation.score_sheet s on s.assignment_id = p.assignment_id and s.state = 'signed'
         where p.state = 'confirmed';

      -- Published for the passport: what was annulled, by which minutes, without the person.
      create view evaluation.v_annulled_sheet as
        select s.application_id, n.number as session_number, a.decided_at
          from evaluation.sheet_annulment a
          join evaluation.score_sheet s on s.id = a.sheet_id
          join sessions.v_session n on n.id = a.session_id
         where a.outcome = 'annulled';

      -- A signed sheet changes in one way only: it is annulled.
      create function evaluation.refuse_change_of_signed() returns trigger language plpgsql as $$
      begin
        raise exception 'a signed sheet is only annulled' using errcode = 'restrict_violation';
      end $$;
      create trigger signed_sheet_stays before update on evaluation.score_sheet for each row
        when (old.state in ('signed', 'annulled') and new is distinct from old
              and not (old.state = 'signed' and new.state = 'annulled'
                       and new.comment = old.comment and new.signed_at = old.signed_at and new.person_id = old.person_id
                       and new.assignment_id = old.assignment_id and new.application_id = old.application_id))
        execute function evaluation.refuse_change_of_signed();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
