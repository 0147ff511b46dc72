import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A competition may be copied from an earlier one; a rehearsal is marked from its first moment and may be erased wholly. */
export class CopiesAndRehearsals1700000000042 implements MigrationInterface {
  name = 'CopiesAndRehearsals1700000000042';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competitions.competition
        add column copied_from_id uuid
          constraint fk_competition_copied_from references competitions.competition (id) on delete set null,
        add column is_rehearsal boolean not null default false;
      create index ix_competition_copied_from on competitions.competition (copied_from_id) where copied_from_id is not null;
      create index ix_competition_rehearsal on competitions.competition (organiser_id) where is_rehearsal;

      -- What was begun in earnest stays so: only then can a real competition never be erased.
      create trigger competition_in_earnest before update on competitions.competition for each row
        when (new.is_rehearsal is distinct from old.is_rehearsal) execute function competitions.refuse_change();

      drop trigger competition_kept on competitions.competition;
      create trigger competition_kept before delete on competitions.competition for each row
        when (old.state <> 'draft' and not old.is_rehearsal) execute function competitions.refuse_change();

      create function competitions.refuse_unless_rehearsal() returns trigger language plpgsql as $$
      begin
        if exists (select from competitions.competition where id = old.competition_id and is_rehearsal) then return old; end if;
        raise exception 'the rules of an announced competition are frozen' using errcode = 'restrict_violation';
      end $$;

      drop trigger act_kept on competitions.act;
      create trigger act_kept before update on competitions.act for each row
        when (old.state <> 'prepared') execute function competitions.refuse_change();
      create trigger act_not_erased before delete on competitions.act for each row
        when (old.state <> 'prepared') execute function competitions.refuse_unless_rehearsal();
      drop trigger correction_kept on competitions.correction;
      create trigger correction_kept before update on competitions.correction for each row
        execute function competitions.refuse_change();
      create trigger correction_not_erased before delete on competitions.correction for each row
        execute function competitions.refuse_unless_rehearsal();
      drop trigger form_version_kept on competitions.form_version;
      create trigger form_version_kept before update on competitions.form_version for each row
        execute function competitions.refuse_change();
      create trigger form_version_not_erased before delete on competitions.form_version for each row
        execute function competitions.refuse_unless_rehearsal();

      create or replace view competitions.v_competition as
        select id, organiser_id, measure_id, state, code, title, title_en, budget_year, pot_kop, cap_kop, passing_hundredths,
               scoring_mode, experts_per_application, tie_order, announced_on, opens_at, closes_at, scoring_from, scoring_until,
               admission_until, decision_until, published_at, decided_at,
               coalesce(stopped_from, state) as stage, co_organiser_id, is_rehearsal
          from competitions.competition;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
