import { Injectable } from '@nestjs/common';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import type { Context } from '#libs/platform/access';
import { longDateTime } from '#libs/platform/clock';
import { UnitOfWork, type Reader, type Tx } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Sweep, type SweepHandler } from '#libs/platform/jobs';
import { applicationPaths } from '../paths.js';

const DAYS_BEFORE_CLOSING = 3;

interface Waiting {
  id: string;
  title: string;
  organisationId: string;
  organiserId: string;
  competition: string;
  closesAt: Date;
}

/** Proposals that exist and are not sent, with the instant three days before their door closes. */
const DRAFTS = `
  from applications.application a
  join competitions.v_competition c on c.id = a.competition_id and c.state = 'announced'
  cross join lateral (select c.closes_at - make_interval(days => ${DAYS_BEFORE_CLOSING}) as due_at) reminder
 where a.state = 'draft'`;

/** Three days before closing, once: a draft is not a proposal yet. */
@Sweep('applications.remind-drafts')
@Injectable()
export class RemindDrafts implements SweepHandler {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  async nextDueAt(reader: Reader, now: Date): Promise<Date | null> {
    const row = await reader.one<{ dueAt: Date | null }>(
      `select min(reminder.due_at) as "dueAt" ${DRAFTS} and reminder.due_at > $1`,
      [now],
    );
    return row?.dueAt ?? null;
  }

  sweep(ctx: Context): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      for (const draft of await waiting(tx)) await this.remind(tx, draft);
    });
  }

  private async remind(
    tx: Tx,
    { id, title, organisationId, organiserId, competition, closesAt }: Waiting,
  ): Promise<void> {
    for (const to of await applicantsOf(tx, organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: 'reminder', organiserId },
        ...{ template: 'applications.reminder', path: applicationPaths.show(id) },
        data: {
          title: title || phrase(to.language, 'applications:untitled'),
          competition,
          closesAt: longDateTime(closesAt, to.language, true),
        },
        onceKey: `applications.reminder ${id} ${to.personId}`,
      });
  }
}

/** Only drafts that were there on the day of the reminder: who starts later knows how little time is left. */
function waiting(tx: Tx): Promise<Waiting[]> {
  return tx.rows(
    `select a.id, a.title, a.organisation_id as "organisationId", c.organiser_id as "organiserId", c.title as competition, c.closes_at as "closesAt"
     ${DRAFTS} and reminder.due_at <= $1 and c.closes_at > $1 and a.created_at <= reminder.due_at
     order by a.id`,
    [tx.now],
  );
}
