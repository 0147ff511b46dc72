import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last day for asking, a model proposal, corrections of answers, and what everybody may follow of a competition. */
export class AskingAndModelAnswers1700000000043 implements MigrationInterface {
  name = 'AskingAndModelAnswers1700000000043';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table competitions.competition add column inquiries_until date;

      alter table competitions.correction
        drop constraint ck_correction_subject,
        add constraint ck_correction_subject
          check (subject in ('announcement', 'admission', 'results', 'minutes', 'order', 'answer'));

      -- A good example for a question of the form, by its key; the same for every applicant.
      create table competitions.model_answer (
        competition_id uuid not null constraint fk_model_answer_competition references competitions.competition (id),
        question_key text not null,
        answer text not null constraint ck_model_answer_answer check (answer <> ''),
        constraint pk_model_answer primary key (competition_id, question_key)
      );

      create index ix_act_confirmed on competitions.act (competition_id, confirmed_at) where state = 'confirmed';

      -- Published: what everybody may follow. The number of changes rises with each act and correction.
      create view competitions.v_call as
        select c.id, c.organiser_id, c.code, c.state, c.title, c.title_en, c.purpose, c.purpose_en, c.place, c.announced_on,
               c.published_at, c.opens_at, c.closes_at, c.inquiries_until, c.defence_on, c.decision_until,
               (a.count + k.count)::int as changes,
               greatest(c.published_at, c.decided_at, a.last_at, k.last_at) as changed_at
          from competitions.competition c
          cross join lateral (select count(*) as count, max(confirmed_at) as last_at from competitions.act
                               where competition_id = c.id and state = 'confirmed') a
          cross join lateral (select count(*) as count, max(made_at) as last_at from competitions.correction
                               where competition_id = c.id) k
         where c.state <> 'draft';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
