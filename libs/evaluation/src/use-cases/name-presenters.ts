import { Injectable } from '@nestjs/common';
import { shareCompetition } from '#libs/competitions';
import { holds, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import { HOLDING_STATES, hasTime, type Capacity } from '../model/defence.js';
import { presentersNamed } from '../model/evaluation.facts.js';
import { defenceOf, defenceSlot } from '../queries/read-defence.js';

export interface NamedPresenter {
  fullName: string;
  capacity: Capacity;
}

/** The applicant says who presents the proposal: the head, or somebody who was authorised (rule 43). Until the beginning. */
@Injectable()
export class NamePresenters {
  constructor(private readonly uow: UnitOfWork) {}

  /** @throws NotFound for everybody but those who act for the applicant */
  execute(ctx: Context, applicationId: string, presenters: readonly NamedPresenter[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const found = await defenceSlot(tx, applicationId);
      if (!found || !hasTime(found) || !holds(tx.actor, ['applicant'], found.organisationId)) throw new NotFound();
      const { competitionId } = found;
      const competition = await shareCompetition(tx, competitionId);
      const defence = await defenceOf(tx, competitionId);
      // Locks, so that of two windows one comes after the other.
      await tx.one('select from evaluation.defence_slot where application_id = $1 for update', [applicationId]);
      const isOpen = HOLDING_STATES.includes(competition.state) && defence?.state === 'published' && !found.isGone;
      if (!isOpen || tx.now >= found.startsAt) throw new Conflict('evaluation.presenters-closed');
      await tx.change('delete from evaluation.defence_presenter where application_id = $1', [applicationId]);
      await tx.change(
        `insert into evaluation.defence_presenter (application_id, position, full_name, capacity, named_at)
         select $1, position, full_name, capacity, $2
           from unnest($3::int[], $4::text[], $5::text[]) as one (position, full_name, capacity)`,
        [
          ...[applicationId, tx.now, presenters.map((_, index) => index + 1)],
          ...[presenters.map(({ fullName }) => fullName), presenters.map(({ capacity }) => capacity)],
        ],
      );
      tx.record(presentersNamed, {
        subjectId: applicationId,
        scopeId: competitionId,
        particulars: { count: presenters.length },
      });
    });
  }
}
