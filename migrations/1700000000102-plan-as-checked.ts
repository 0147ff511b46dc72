import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is checked is what is signed; letters to bodies are written after the request; columns that nobody read go. */
export class PlanAsChecked1700000000102 implements MigrationInterface {
  name = 'PlanAsChecked1700000000102';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- All that the report says, from the moment it is handed over: the second person and the director see the same.
      alter table plan.report add column content jsonb;
      -- What was on its way had nothing fixed yet: it is handed over anew.
      update plan.report set state = 'draft', checked_by = null, checked_at = null, version = version + 1,
             return_note = 'Передайте звіт на перевірку ще раз: відтоді, як його передано, рядки могли змінитися.'
       where state in ('for-check', 'checked');
      alter table plan.report add constraint ck_report_content check ((content is not null) = (state in ('for-check', 'checked')));

      -- The letter that is still to be written to the body; empty when it is out.
      alter table plan.clerk_link add column to_write text constraint ck_clerk_link_letter check (to_write in ('ask', 'remind', 'late'));
      create index ix_clerk_link_to_write on plan.clerk_link (plan_id, id) where to_write is not null;
      alter table plan.clerk_link drop column sent_at, drop column opened_at;
      alter table plan.plan_setting drop column expanded_at;
      alter table plan.evidence drop constraint ck_evidence_fact, drop column fact_name;
      alter table plan.report_line drop column drafted;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
