import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lots among proposals that no announced step parts: commitments of several people, then their secrets. */
export class Draws1700000000098 implements MigrationInterface {
  name = 'Draws1700000000098';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table evaluation.draw (
        id uuid constraint pk_draw primary key,
        competition_id uuid not null constraint fk_draw_competition references competitions.competition (id),
        round integer not null constraint ck_draw_round check (round >= 1),
        state text not null constraint ck_draw_state check (state in ('commitments', 'secrets', 'drawn', 'void')),
        -- Register codes among which the lot decides, in their order.
        codes text[] not null constraint ck_draw_codes check (cardinality(codes) >= 2),
        opened_at timestamptz not null,
        secrets_from timestamptz,
        secrets_until timestamptz,
        closed_at timestamptz,
        -- A round of the public beacon drand, named beforehand, where there is a network: not used yet.
        drand_round bigint,
        constraint uq_draw_round unique (competition_id, round),
        constraint ck_draw_secrets check ((state = 'commitments') = (secrets_from is null) and (secrets_from is null) = (secrets_until is null)),
        constraint ck_draw_closed check ((state in ('drawn', 'void')) = (closed_at is not null))
      );
      create unique index uq_draw_open on evaluation.draw (competition_id) where state <> 'void';

      create table evaluation.draw_party (
        draw_id uuid not null constraint fk_draw_party references evaluation.draw (id),
        person_id uuid not null constraint fk_draw_party_person references identity.person (id),
        -- The secrets are put one after another in this order.
        position integer not null,
        role text not null,
        commitment text not null constraint ck_draw_party_commitment check (commitment ~ '^[0-9a-f]{64}$'),
        committed_at timestamptz not null,
        secret text,
        revealed_at timestamptz,
        constraint pk_draw_party primary key (draw_id, person_id),
        constraint uq_draw_party_position unique (draw_id, position),
        constraint uq_draw_party_commitment unique (draw_id, commitment),
        -- Nobody opens another secret than the one that was put down.
        constraint ck_draw_party_secret check (secret is null or encode(sha256(convert_to(secret, 'UTF8')), 'hex') = commitment),
        constraint ck_draw_party_revealed check ((secret is null) = (revealed_at is null))
      );

      create function evaluation.keep_commitment() returns trigger language plpgsql as $$
      begin
        if old.commitment <> new.commitment or old.secret is not null then
          raise exception 'a commitment and an opened secret stay' using errcode = 'check_violation', constraint = 'ck_draw_party_kept', schema = 'evaluation', table = tg_table_name;
        end if;
        return new;
      end $$;
      create trigger draw_party_kept before update on evaluation.draw_party for each row execute function evaluation.keep_commitment();

      -- Published for the result file: closed rounds with their parties by role and number, without names.
      create view evaluation.v_draw as
        select d.competition_id, d.round, d.codes, d.state = 'void' as is_void, d.drand_round,
               (select json_agg(json_build_object('party', p.position || '-' || p.role, 'commitment', p.commitment, 'secret', p.secret)
                                order by p.position) from evaluation.draw_party p where p.draw_id = d.id) as parties
          from evaluation.draw d where d.state in ('drawn', 'void');
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
