import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A signed sheet amended once after the defence, each change with its reason; the first one stays (rules 42, 43). */
export class RevisedSheets1700000000125 implements MigrationInterface {
  name = 'RevisedSheets1700000000125';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- The second score, where the conditions name it: opens with the agenda of the defence, closed by the clock.
      create table evaluation.second_score (
        competition_id uuid constraint pk_second_score primary key
          constraint fk_second_score_defence references evaluation.defence (competition_id),
        days integer not null constraint ck_second_score_days check (days >= 0),
        closed_at timestamptz
      );

      -- Until the last second, in Kyiv, of so many days after the last day of the defence.
      create view evaluation.v_second_score as
        select s.competition_id, s.closed_at,
               (((max(y.ends_at) at time zone 'Europe/Kyiv')::date + s.days + 1)::timestamp at time zone 'Europe/Kyiv')
                 - interval '1 second' as until
          from evaluation.second_score s
          join evaluation.defence d on d.competition_id = s.competition_id and d.state = 'published'
          join evaluation.defence_day y on y.competition_id = s.competition_id and y.removed_at is null
         group by s.competition_id, s.closed_at, s.days;

      create table evaluation.revised_sheet (
        sheet_id uuid constraint pk_revised_sheet primary key
          constraint fk_revised_sheet references evaluation.score_sheet (id),
        competition_id uuid not null constraint fk_revised_sheet_competition references competitions.competition (id),
        application_id uuid not null constraint fk_revised_sheet_application references applications.application (id),
        person_id uuid not null constraint fk_revised_sheet_person references identity.person (id),
        cause text not null constraint ck_revised_sheet_cause check (cause in ('defence')),
        signed_at timestamptz not null
      );
      create index ix_revised_sheet_competition on evaluation.revised_sheet (competition_id);

      create table evaluation.revised_score (
        sheet_id uuid not null constraint fk_revised_score references evaluation.revised_sheet (sheet_id),
        criterion_id uuid not null constraint fk_revised_score_criterion references competitions.criterion (id),
        points integer not null constraint ck_revised_score_points check (points >= 0),
        -- Of a changed score; empty where it stayed.
        reason text not null,
        constraint pk_revised_score primary key (sheet_id, criterion_id)
      );

      -- What the rating counts: the amended points, where there are any.
      create view evaluation.v_counted_score as
        select p.sheet_id, p.criterion_id, coalesce(r.points, p.points) as points
          from evaluation.score p
          left join evaluation.revised_score r on r.sheet_id = p.sheet_id and r.criterion_id = p.criterion_id;

      -- The seal of an amended sheet with what opens it, as of the first one.
      create view evaluation.v_sealed_revision as
        select r.competition_id, r.application_id, r.person_id, r.cause,
               f.body::jsonb ->> 'personalHash' as sha256, encode(p.salt, 'hex') as salt, p.body as text, r.signed_at
          from evaluation.revised_sheet r
          join evaluation.score_sheet s on s.id = r.sheet_id and s.state = 'signed'
          join facts.fact f on f.subject_id = r.sheet_id and f.name = 'evaluation.sheet-revised'
          join facts.personal_particulars p on p.fact_id = f.id;

      create or replace view evaluation.v_sheet_comment as
        select id as sheet_id, application_id, null::text as criterion_key, comment
          from evaluation.score_sheet where state = 'signed' and comment <> ''
        union all
        select t.id, t.application_id, k.key, s.comment
          from evaluation.score_sheet t
          join evaluation.score s on s.sheet_id = t.id
          join competitions.v_criterion k on k.id = s.criterion_id
         where t.state = 'signed' and s.comment <> ''
        union all
        select t.id, t.application_id, k.key, s.reason
          from evaluation.score_sheet t
          join evaluation.revised_score s on s.sheet_id = t.id
          join competitions.v_criterion k on k.id = s.criterion_id
         where t.state = 'signed' and s.reason <> '';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
