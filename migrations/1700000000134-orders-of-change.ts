import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An order that makes the awards follow a rating which signed minutes have changed. */
export class OrdersOfChange1700000000134 implements MigrationInterface {
  name = 'OrdersOfChange1700000000134';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table awards.award drop constraint ck_award_state,
        add constraint ck_award_state check (state in ('offered', 'stands', 'refused', 'revoked'));
      alter table awards.award_step drop constraint ck_award_step_action,
        add constraint ck_award_step_action check (action in ('consent', 'decline', 'lapse', 'refuse', 'revoke', 'offer-anew', 'give-anew')),
        drop constraint uq_award_step;
      -- A sum may change more than once.
      create unique index uq_award_step on awards.award_step (award_id, action) where action not in ('offer-anew', 'give-anew');
      create index ix_award_step_award on awards.award_step (award_id);

      -- Which change of the rating (a complaint, say) an order has put into effect: each once.
      create table awards.followed_change (
        source_id uuid constraint pk_followed_change primary key,
        competition_id uuid not null constraint fk_followed_change_competition references competitions.competition (id),
        order_id uuid not null constraint fk_followed_change_order references awards.award_order (id)
      );
      create index ix_followed_change_competition on awards.followed_change (competition_id);
      create index ix_followed_change_order on awards.followed_change (order_id);
      create view awards.v_followed_change as select source_id, competition_id, order_id from awards.followed_change;

      create or replace view awards.v_result as
        select l.application_id, l.competition_id,
               case when w.state = 'refused' then 'declined' when w.state = 'revoked' then 'not-funded'
                    when w.state is not null then 'funded' else coalesce(n.outcome, l.outcome) end as outcome,
               l.place, l.requested_kop,
               case when w.state in ('refused', 'revoked') then 0 else coalesce(w.amount_kop, 0) end as amount_kop, o.signed_on
          from awards.allocation_line l
          join awards.award_order o on o.competition_id = l.competition_id and o.kind = 'results'
          left join awards.award w on w.application_id = l.application_id
          left join awards.next_line n on n.application_id = l.application_id and n.outcome = 'not-funded';
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
