import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Words edited by people instead of the shipped ones, by versions that are never changed. */
export class Words1700000000026 implements MigrationInterface {
  name = 'Words1700000000026';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create schema words;

      create table words.version (
        id uuid constraint pk_words_version primary key,
        -- Whose words: of an authority, or of the whole site.
        authority_id uuid constraint fk_words_version_authority references identity.organiser (id),
        text_key text not null,
        number integer not null constraint ck_words_version_number check (number > 0),
        -- { "uk": { "subject": … }, "en": … }; nothing = the shipped text again.
        wording jsonb not null,
        changed_by uuid not null constraint fk_words_version_person references identity.person (id),
        changed_at timestamptz not null,
        constraint uq_words_version unique nulls not distinct (authority_id, text_key, number)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
