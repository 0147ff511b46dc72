import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long lists of contracts, payments and projects are read by an index of their order: a page costs the same among many. */
export class ListsByTheirOrder1700000000121 implements MigrationInterface {
  name = 'ListsByTheirOrder1700000000121';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create index ix_award_order_signed on awards.award_order (signed_on desc);
      create index ix_payment_ordered on contracts.payment (ordered_on desc, number desc, id);

      create index ix_registration_pending on events.registration (event_id) where state = 'pending';

      -- The nearest report that nobody has submitted: what somebody has to do next goes first in every list.
      alter table monitoring.project add column next_due_on date;
      update monitoring.project p
         set next_due_on = (select min(r.due_on) from monitoring.report r
                             where r.project_id = p.id and r.state in ('draft', 'returned'));
      create index ix_project_next_due on monitoring.project (next_due_on, id);

      create function monitoring.keep_next_due() returns trigger language plpgsql as $$
      begin
        update monitoring.project p
           set next_due_on = (select min(r.due_on) from monitoring.report r
                               where r.project_id = p.id and r.state in ('draft', 'returned'))
         where p.id = coalesce(new.project_id, old.project_id);
        return null;
      end $$;
      create trigger tr_report_next_due after insert or delete or update of state, due_on on monitoring.report
        for each row execute function monitoring.keep_next_due();
    `);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
