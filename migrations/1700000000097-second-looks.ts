import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals that are looked at again when the scoring ends: which, why, and the sheet of one more expert. */
export class SecondLooks1700000000097 implements MigrationInterface {
  name = 'SecondLooks1700000000097';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evaluation.second_look (
        application_id uuid constraint pk_second_look primary key
          constraint fk_second_look_application references applications.application (id),
        competition_id uuid not null constraint fk_second_look_competition references competitions.competition (id),
        -- The published condition that it met, by the sheets that were signed then.
        cause text not null constraint ck_second_look_cause check (cause in ('wide', 'near')),
        opened_at timestamptz not null,
        has_extra boolean not null
      );
      create index ix_second_look_competition on evaluation.second_look (competition_id, application_id);

      -- The place of the one more expert: its sheet counts as every other one.
      alter table evaluation.assignment add column is_extra boolean not null default false;
      create unique index uq_assignment_extra on evaluation.assignment (application_id) where is_extra and ended_at is null;

      -- How many people score each proposal that takes part: k, and one more where the second look says so.
      create view evaluation.v_place as
        select v.competition_id, v.id as application_id,
               coalesce(c.experts_per_application, 1) + case when l.has_extra then 1 else 0 end as places,
               coalesce(l.has_extra, false) as has_extra
          from applications.application v
          join competitions.competition c on c.id = v.competition_id and c.scoring_mode = 'k-of-n'
          left join evaluation.second_look l on l.application_id = v.id
         where v.state = 'admitted';

      -- Published for the result file: whose signed sheet was the one more.
      create view evaluation.v_extra_sheet as
        select a.competition_id, a.application_id, a.person_id, l.cause
          from evaluation.assignment a
          join evaluation.second_look l on l.application_id = a.application_id
         where a.is_extra and exists (select from evaluation.score_sheet s where s.assignment_id = a.id and s.state = 'signed');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
