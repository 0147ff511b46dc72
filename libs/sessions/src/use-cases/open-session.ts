import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { peopleWithRole } from '#libs/identity';
import { COMMISSION, sessionPolicy } from '../access/session.policy.js';
import { sessionOpened } from '../model/session.facts.js';
import { sessionLifecycle } from '../model/session.lifecycle.js';
import { peopleNeeded } from '../model/voting.js';
import { StandingBodies } from '../queries/standing-bodies.js';
import { lockSession } from './lock-session.js';

/** Notes who came and opens the session, when there is a quorum of the composition of this day. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly bodies: StandingBodies,
  ) {}

  execute(ctx: Context, sessionId: string, presentIds: readonly string[]): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const session = await lockSession(tx, sessionId);
      demand(sessionPolicy, 'lead', tx.actor, session);
      await this.bodies.demand(tx, session);
      const members = await peopleWithRole(tx, session.scopeId, COMMISSION);
      const present = members.filter((member) => presentIds.includes(member.personId));
      const quorumNeeded = peopleNeeded(session.procedure.quorum, members.length);
      const state = sessionLifecycle.next(session.state, 'open', {
        presentCount: present.length,
        quorumNeeded,
      });
      await tx.change(
        `update sessions.session set state = $2, opened_at = $3, members_total = $4, quorum_needed = $5 where id = $1`,
        [sessionId, state, tx.now, members.length, quorumNeeded],
      );
      await noteAttendance(tx, sessionId, members, new Set(presentIds));
      tx.record(sessionOpened, {
        subjectId: sessionId,
        scopeId: session.scopeId,
        particulars: { members: members.length, present: present.length, quorumNeeded },
      });
    });
  }
}

type Member = Awaited<ReturnType<typeof peopleWithRole>>[number];

async function noteAttendance(
  tx: Tx,
  sessionId: string,
  members: Member[],
  present: ReadonlySet<string>,
): Promise<void> {
  await tx.change(
    `insert into sessions.attendance (session_id, person_id, role, full_name, signing_name, is_present)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::boolean[])`,
    [
      sessionId,
      members.map((member) => member.personId),
      members.map((member) => member.role),
      members.map((member) => member.fullName),
      members.map((member) => member.signingName),
      members.map((member) => present.has(member.personId)),
    ],
  );
}
