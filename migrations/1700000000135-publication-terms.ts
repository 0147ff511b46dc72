import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Published: in how many working days after the decision the results of a competition are to be public (rule 54). */
export class PublicationTerms1700000000135 implements MigrationInterface {
  name = 'PublicationTerms1700000000135';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create view competitions.v_publication_term as
        select id as competition_id, (rule_set -> 'slots' -> 'publicationWorkingDays' ->> 'value')::int as working_days
          from competitions.competition;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
