import { Injectable } from '@nestjs/common';
import { formChanged, formVersions } from '#libs/competitions';
import { applicantsOf } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { shortDate } from '#libs/platform/clock';
import type { Tx } from '#libs/platform/database';
import { Reaction, type Delivery } from '#libs/platform/facts';
import type { ReactsInTransaction } from '#libs/platform/jobs';
import { phrase } from '#libs/platform/phrases';
import { applicationPaths } from '../paths.js';

interface Concerned {
  id: string;
  title: string;
  state: string;
  organisationId: string;
  organiserId: string;
  competitionId: string;
  competition: string;
  number: number;
}

/** The form was changed while proposals are received: everybody who has begun or submitted one is told what it means. */
@Reaction({ name: 'applications.form-changed', on: formChanged, queue: 'reactions' })
@Injectable()
export class WhenFormChanged implements ReactsInTransaction {
  constructor(private readonly notices: Notices) {}

  async react(tx: Tx, { factId }: Delivery): Promise<void> {
    for (const one of await concernedBy(tx, factId!)) await this.tell(tx, one);
  }

  private async tell(tx: Tx, one: Concerned): Promise<void> {
    const version = (await formVersions(tx, one.competitionId)).find(({ number }) => number === one.number)!;
    const template = one.state === 'submitted' ? 'applications.formChangedSubmitted' : 'applications.formChanged';
    for (const to of await applicantsOf(tx, one.organisationId))
      await this.notices.queue(tx, {
        ...{ to, kind: 'decision', organiserId: one.organiserId, template, path: applicationPaths.show(one.id) },
        data: {
          title: one.title || phrase(to.language, 'applications:untitled'),
          ...{ competition: one.competition, reason: version.reason, order: version.orderNumber },
          on: shortDate(version.orderOn!),
        },
        onceKey: `applications.form-changed ${one.id} ${one.number} ${to.personId}`,
      });
  }
}

function concernedBy(tx: Tx, factId: string): Promise<Concerned[]> {
  return tx.rows(
    `select a.id, a.title, a.state, a.organisation_id as "organisationId", c.organiser_id as "organiserId",
            c.id as "competitionId", c.title as competition, (f.body::jsonb #>> '{particulars,version}')::int as number
       from facts.fact f
       join competitions.v_competition c on c.id = f.subject_id
       join applications.application a on a.competition_id = c.id and a.state in ('draft', 'submitted', 'withdrawn')
      where f.id = $1 order by a.id`,
    [factId],
  );
}
