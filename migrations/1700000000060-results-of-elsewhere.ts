import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proposals, votes and ratings of a call that ran in another system: one more register, bound to a competition. */
export class ResultsOfElsewhere1700000000060 implements MigrationInterface {
  name = 'ResultsOfElsewhere1700000000060';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table registers.import
        drop constraint ck_import_kind,
        add constraint ck_import_kind
          check (kind in ('organisations', 'awards', 'offences', 'grants', 'undelivered', 'results')),
        add column competition_id uuid constraint fk_import_competition references competitions.competition (id),
        add constraint ck_import_competition check ((kind = 'results') = (competition_id is not null));
      create index ix_import_competition on registers.import (competition_id) where competition_id is not null;

      alter table registers.entry
        add column votes integer constraint ck_entry_votes check (votes >= 0),
        add column points_hundredths integer constraint ck_entry_points check (points_hundredths >= 0),
        add column place integer constraint ck_entry_place check (place > 0),
        add column outcome text constraint ck_entry_outcome check (outcome in ('funded', 'not-funded', 'not-admitted')),
        drop constraint ck_entry_about,
        add constraint ck_entry_about check (kind = 'organisations' or title is not null),
        add constraint ck_entry_year_known check (kind in ('organisations', 'results') or year is not null);

      -- What came from elsewhere for a competition, with its source.
      create view registers.v_result as
        select e.id, i.competition_id, e.organiser_id, e.edrpou, e.organisation_name, e.title, e.amount_kop, e.votes,
               e.points_hundredths, e.place, e.outcome, e.import_id,
               i.source_title, i.source_on, i.source_by, i.source_link, i.applied_at
          from registers.entry e join registers.import i on i.id = e.import_id
         where e.replaced_by is null and e.kind = 'results';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
