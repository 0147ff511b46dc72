import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The hash that stands for the list of a draw is salted: of a short list it could be guessed. An extra sheet keeps its own last day. */
export class SaltsAndOwnDays1700000000104 implements MigrationInterface {
  name = 'SaltsAndOwnDays1700000000104';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- Opened with the results. Empty where a draw was begun before there were salts.
      alter table evaluation.draw add column list_salt text not null default '';
      alter table evaluation.draw alter column list_salt drop default;

      drop view evaluation.v_draw;
      create view evaluation.v_draw as
        select d.competition_id, d.round, d.codes, d.list_salt as salt, d.state = 'void' as is_void,
               (select json_agg(json_build_object('party', p.position || '-' || p.role, 'commitment', p.commitment, 'secret', p.secret)
                                order by p.position) from evaluation.draw_party p where p.draw_id = d.id) as parties
          from evaluation.draw d where d.state in ('drawn', 'void');
      alter table evaluation.draw drop column drand_round;

      -- The last second of the days that a sheet has for itself; null: those of the competition.
      alter table evaluation.assignment add column write_until timestamptz;
      update evaluation.assignment a
         set write_until = (date_trunc('day', a.assigned_at at time zone 'Europe/Kyiv')
                            + ((c.rule_set #>> '{slots,secondLookDays,value}')::int + 1) * interval '1 day'
                            - interval '1 second') at time zone 'Europe/Kyiv'
        from competitions.competition c
       where c.id = a.competition_id and a.is_extra and c.rule_set #>> '{slots,secondLookDays,value}' is not null;
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
