import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Experts: what they know and how much they can take, their answer to an invitation, the reserve. */
export class Experts1700000000076 implements MigrationInterface {
  name = 'Experts1700000000076';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Once for all competitions.
      create table evaluation.expert_profile (
        person_id uuid constraint pk_expert_profile primary key constraint fk_expert_profile_person references identity.person (id),
        fields text[] not null default '{}',
        places text[] not null default '{}',
        load_limit integer constraint ck_expert_profile_limit check (load_limit between 1 and 500),
        agreed_at timestamptz not null,
        updated_at timestamptz not null
      );

      create table evaluation.expert_seat (
        competition_id uuid not null constraint fk_expert_seat_competition references competitions.competition (id),
        person_id uuid not null constraint fk_expert_seat_person references identity.person (id),
        state text not null constraint ck_expert_seat_state check (state in ('invited', 'accepted', 'refused', 'replaced')),
        is_reserve boolean not null,
        -- Priorities of the competition that the expert knows.
        priorities uuid[] not null default '{}',
        invited_at timestamptz not null,
        answered_at timestamptz,
        reason text not null default '',
        constraint pk_expert_seat primary key (competition_id, person_id),
        constraint ck_expert_seat_reason check ((state in ('refused', 'replaced')) = (reason <> ''))
      );
      create index ix_expert_seat_person on evaluation.expert_seat (person_id) where state = 'invited';

      -- Who scores: an expert without a seat was appointed before there were invitations.
      create view evaluation.v_scoring_expert as
        select r.scope_id as competition_id, r.person_id, p.load_limit, coalesce(s.priorities, '{}') as priorities,
               coalesce(p.places, '{}') as places
          from identity.v_role r
          left join evaluation.expert_seat s on s.competition_id = r.scope_id and s.person_id = r.person_id
          left join evaluation.expert_profile p on p.person_id = r.person_id
         where r.role = 'expert' and coalesce(s.state = 'accepted' and not s.is_reserve, true);
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
