import { Injectable } from '@nestjs/common';
import { addresseesOf } from '#libs/applications';
import { competitionById } from '#libs/competitions';
import { Notices } from '#libs/notifications';
import { demand, type Context } from '#libs/platform/access';
import { kyivDay, kyivInstant, shortDate } from '#libs/platform/clock';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict, invalidField } from '#libs/platform/errors';
import { complaintPolicy } from '../access/complaint.policy.js';
import { complaintAssigned, complaintExtended, complaintWithdrawn } from '../model/complaint.facts.js';
import { complaintLifecycle } from '../model/complaint.lifecycle.js';
import { extendedDue } from '../model/complaint-terms.js';
import { complaintPaths } from '../paths.js';
import { lockComplaint, standingDue } from '../queries/read-complaints.js';
import { reviewersFor } from '../queries/reviewers.js';

/** What happens to a complaint before its answer: who looks at it, one extension with notice, a withdrawal. */
@Injectable()
export class TendComplaint {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
  ) {}

  /** The second look is somebody's without a part in what is contested. @throws InvalidInput for anybody else */
  assign(ctx: Context, id: string, personId: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const complaint = await lockComplaint(tx, id);
      demand(complaintPolicy, 'see', tx.actor, complaint);
      demand(complaintPolicy, 'assign', tx.actor, complaint);
      complaintLifecycle.next(complaint.state, 'assign', {});
      if (!(await reviewersFor(tx, complaint)).some((one) => one.personId === personId))
        throw invalidField('personId', 'complaints.had-a-part');
      await tx.change('update complaints.complaint set reviewer_id = $2, version = version + 1 where id = $1', [
        ...[id, personId],
      ]);
      const person = await tx.one<{ email: string; language: 'uk' | 'en' }>(
        'select email, language from identity.v_person where id = $1',
        [personId],
      );
      await this.notices.queue(tx, {
        ...{ to: { personId, ...person! }, kind: 'duty', organiserId: complaint.organiserId },
        ...{ template: 'complaints.assigned', path: complaintPaths.show(id) },
        data: { number: complaint.number, dueOn: inWords(standingDue(complaint)) },
      });
      tx.record(complaintAssigned, {
        ...{ subjectId: id, scopeId: complaint.competitionId, particulars: { number: complaint.number, personId } },
      });
    });
  }

  /** rule 57: once, with notice and a reason. */
  extend(ctx: Context, id: string, reason: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const complaint = await lockComplaint(tx, id);
      demand(complaintPolicy, 'see', tx.actor, complaint);
      demand(complaintPolicy, 'keep', tx.actor, complaint);
      complaintLifecycle.next(complaint.state, 'extend', {
        isExtended: complaint.extendedTo !== null,
        isOver: complaint.dueOn < kyivDay(tx.now),
      });
      const competition = await competitionById(tx, complaint.competitionId);
      const { dueOn } = extendedDue(competition, complaint.dueOn);
      if (dueOn <= complaint.dueOn) throw new Conflict('complaints.no-extension');
      await tx.change(
        `update complaints.complaint set extended_to = $2, extension_reason = $3, extended_by = $4, extended_at = $5,
                version = version + 1 where id = $1`,
        [id, dueOn, reason, tx.actor.personId, tx.now],
      );
      for (const to of await addresseesOf(tx, { id: complaint.applicationId }))
        await this.notices.queue(tx, {
          ...{ to, kind: 'decision', organiserId: complaint.organiserId, template: 'complaints.extended' },
          ...{ data: { number: complaint.number, dueOn: inWords(dueOn), reason }, path: complaintPaths.show(id) },
        });
      tx.record(complaintExtended, {
        ...{ subjectId: id, scopeId: complaint.competitionId },
        ...{ particulars: { number: complaint.number, dueOn }, personal: { reason } },
      });
    });
  }

  withdraw(ctx: Context, id: string): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const complaint = await lockComplaint(tx, id);
      demand(complaintPolicy, 'see', tx.actor, complaint);
      demand(complaintPolicy, 'file', tx.actor, complaint);
      const state = complaintLifecycle.next(complaint.state, 'withdraw', {});
      await tx.change(
        'update complaints.complaint set state = $2, withdrawn_at = $3, version = version + 1 where id = $1',
        [id, state, tx.now],
      );
      tx.record(complaintWithdrawn, {
        ...{ subjectId: id, scopeId: complaint.competitionId, particulars: { number: complaint.number } },
      });
    });
  }
}

const inWords = (day: string): string => shortDate(kyivInstant(day, '12:00'));
