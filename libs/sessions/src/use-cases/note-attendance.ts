import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { UnitOfWork } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { sessionPolicy } from '../access/session.policy.js';
import { attendanceNoted } from '../model/session.facts.js';
import { sessionLifecycle } from '../model/session.lifecycle.js';
import { StandingBodies } from '../queries/standing-bodies.js';
import { lockSession } from './lock-session.js';

export const ATTENDANCE_CHANGES = ['came', 'left'] as const;
export type AttendanceChange = (typeof ATTENDANCE_CHANGES)[number];

const STATEMENTS: Record<AttendanceChange, string> = {
  // Who was there before and had left is back: the earlier time of coming stays.
  came: `update sessions.attendance
            set is_present = true, came_at = case when is_present then came_at else $3 end, left_at = null
          where session_id = $1 and person_id = $2 and (not is_present or left_at is not null)`,
  left: `update sessions.attendance set left_at = $3
          where session_id = $1 and person_id = $2 and is_present and left_at is null`,
};

/** Notes in an open session that a member came late, left early or is back; the times go into the minutes. */
@Injectable()
export class NoteAttendance {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly bodies: StandingBodies,
  ) {}

  execute(ctx: Context, sessionId: string, personId: string, change: AttendanceChange): Promise<void> {
    return this.uow.run(ctx, async (tx) => {
      const session = await lockSession(tx, sessionId);
      demand(sessionPolicy, 'lead', tx.actor, session);
      await this.bodies.demand(tx, session);
      sessionLifecycle.next(session.state, 'note', {});
      const changed = await tx.change(STATEMENTS[change], [sessionId, personId, tx.now]);
      if (changed !== 1) throw new Conflict('sessions.attendance-noted');
      tx.record(attendanceNoted, {
        subjectId: sessionId,
        scopeId: session.scopeId,
        particulars: { personId, change },
      });
    });
  }
}
