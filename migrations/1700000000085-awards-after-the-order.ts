import type { MigrationInterface, QueryRunner } from 'typeorm';

const slot = (key: string, unit: string, value: unknown, source: string) => ({
  ...{ key, unit, value, source, grade: 'I', verified: false },
});
const SLOTS = [
  slot('allocationWays', 'list', ['top-down'], 'Рейтинг і обсяг коштів; інших способів у жодному джерелі не знайдено'),
  slot('partialConsentDays', 'working-days', 5, 'Рішення системи; у Порядку не підтверджено'),
];

/**
 * What becomes of an award after its order: a partial one waits for consent, a winner may refuse, and the next in the
 * rating is offered the money by new minutes and an additional order. Nothing of the first order is overwritten.
 */
export class AwardsAfterTheOrder1700000000085 implements MigrationInterface {
  name = 'AwardsAfterTheOrder1700000000085';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table awards.award_order
        drop constraint uq_award_order_competition,
        add column kind text not null default 'results' constraint ck_award_order_kind check (kind in ('results', 'additional'));
      create unique index uq_award_order_results on awards.award_order (competition_id) where kind = 'results';
      create index ix_award_order_competition on awards.award_order (competition_id, signed_at);

      -- Of a partial award: the request, cut to the cap, that it is smaller than; the term of the consent in working days.
      alter table awards.award
        add column state text not null default 'stands' constraint ck_award_state check (state in ('offered', 'stands', 'refused')),
        add column asked_kop bigint,
        add column consent_days integer constraint ck_award_consent_days check (consent_days > 0),
        add column warned_at timestamptz,
        add constraint ck_award_offered check (state <> 'offered' or (asked_kop is not null and consent_days is not null)),
        add constraint ck_award_partial check (asked_kop is null or amount_kop < asked_kop);
      create index ix_award_offered on awards.award (competition_id) where state = 'offered';
      create index ix_award_order on awards.award (order_id);

      -- What happened to an award, one row for each step; rows are only added.
      create table awards.award_step (
        id uuid constraint pk_award_step primary key,
        award_id uuid not null constraint fk_award_step_award references awards.award (id),
        action text not null constraint ck_award_step_action check (action in ('consent', 'decline', 'lapse', 'refuse')),
        at timestamptz not null,
        -- Null = the term ran out.
        person_id uuid constraint fk_award_step_person references identity.person (id),
        reason text not null default '',
        -- A letter of the organisation that the officer registered.
        letter_number text,
        letter_on date,
        constraint uq_award_step unique (award_id, action),
        constraint ck_award_step_person check ((person_id is null) = (action = 'lapse')),
        constraint ck_award_step_letter check ((letter_number is null) = (letter_on is null) and letter_number <> ''),
        constraint ck_award_step_reason check (action in ('consent', 'lapse') or reason <> '')
      );
      create index ix_award_step_person on awards.award_step (person_id);

      -- The budget that sums to a partial award; with the written consent as a document.
      create table awards.corrected_budget (
        award_id uuid constraint pk_corrected_budget primary key constraint fk_corrected_budget_award references awards.award (id),
        lines jsonb not null,
        funded_kop bigint not null,
        own_kop bigint not null,
        other_kop bigint not null,
        document_id uuid not null constraint fk_corrected_budget_document references documents.document (id),
        agreed_at timestamptz not null,
        constraint ck_corrected_budget_sums check (funded_kop > 0 and own_kop >= 0 and other_kop >= 0)
      );
      create index ix_corrected_budget_document on awards.corrected_budget (document_id);

      -- What was decided about the next in the rating after the order; in effect with an additional order.
      create table awards.next_line (
        application_id uuid constraint pk_next_line primary key constraint fk_next_line_application references applications.application (id),
        competition_id uuid not null constraint fk_next_line_competition references competitions.competition (id),
        outcome text not null constraint ck_next_line_outcome check (outcome in ('funded', 'not-funded')),
        place integer not null,
        asked_kop bigint not null,
        amount_kop bigint not null,
        -- Null where the director distributes the money: the order itself decides.
        session_item_id uuid constraint fk_next_line_item references sessions.item (id),
        order_id uuid constraint fk_next_line_order references awards.award_order (id),
        adopted_at timestamptz not null,
        constraint ck_next_line_amount check (amount_kop between 0 and asked_kop and (outcome = 'funded') = (amount_kop > 0)),
        constraint ck_next_line_basis check (session_item_id is not null or order_id is not null)
      );
      create index ix_next_line_competition on awards.next_line (competition_id, place);
      create index ix_next_line_item on awards.next_line (session_item_id);
      create index ix_next_line_order on awards.next_line (order_id);

      -- amount_kop is the sum that finally stands where state = 'stands'; of an offered one the sum that waits for
      -- consent, of a refused one the sum that was freed.
      create or replace view awards.v_award as
        select w.id, w.competition_id, w.application_id, w.amount_kop,
               w.state, w.asked_kop is not null as is_partial, w.order_id, o.number as order_number, o.signed_on as ordered_on
          from awards.award w join awards.award_order o on o.id = w.order_id;

      create view awards.v_corrected_budget as
        select w.application_id, w.id as award_id, b.lines, b.funded_kop, b.own_kop, b.other_kop, b.agreed_at
          from awards.corrected_budget b join awards.award w on w.id = b.award_id;

      -- What stands now: the order, and what came after it.
      create or replace view awards.v_result as
        select l.application_id, l.competition_id,
               case when w.state = 'refused' then 'declined' when w.state is not null then 'funded'
                    else coalesce(n.outcome, l.outcome) end as outcome,
               l.place, l.requested_kop,
               case when w.state = 'refused' then 0 else coalesce(w.amount_kop, 0) end as amount_kop, o.signed_on
          from awards.allocation_line l
          join awards.award_order o on o.competition_id = l.competition_id and o.kind = 'results'
          left join awards.award w on w.application_id = l.application_id
          left join awards.next_line n on n.application_id = l.application_id and n.outcome = 'not-funded';
    `);
    // Drafts learn the new values; what was announced keeps the rules it was announced with.
    for (const one of SLOTS)
      await db.query(
        `update competitions.competition
            set rule_set = jsonb_set(rule_set, array['slots', $1::text],
                  case when rule_set_key = 'local-custom' then $2::jsonb else $3::jsonb end)
          where state = 'draft' and rule_set ? 'slots'`,
        [one.key, JSON.stringify({ ...one, value: null, source: '', grade: null }), JSON.stringify(one)],
      );
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
