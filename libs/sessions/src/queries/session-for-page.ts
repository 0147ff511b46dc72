import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { demand, holds, type Context } from '#libs/platform/access';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { COMMISSION, LEADERS, sessionPolicy } from '../access/session.policy.js';
import { SESSION_COLUMNS, type Attendee, type Ballot, type ItemRow, type SessionRow } from '../model/session.js';
import { countVotes, peopleNeeded, type Count } from '../model/voting.js';
import { attendanceOf, ballotsOf, itemsOf } from '../use-cases/lock-session.js';

export interface SessionView {
  session: SessionRow;
  members: Attendee[];
  quorumNeeded: number;
  items: (ItemRow & { count: Count; mine: Ballot | null })[];
  /** Present members with how many ballots each still owes. */
  owing: { fullName: string; missing: number }[];
  signatures: { role: string; signedAt: Date }[];
  can: { lead: boolean; vote: boolean; sign: boolean };
}

/** Everything the page of a session shows to this actor. */
@Injectable()
export class SessionForPage {
  constructor(private readonly db: Database) {}

  async execute(ctx: Context, id: string): Promise<SessionView> {
    const session = await this.db.one<SessionRow>(`select ${SESSION_COLUMNS} from sessions.session where id = $1`, [
      id,
    ]);
    if (!session) throw new NotFound();
    demand(sessionPolicy, 'see', ctx.actor, session);
    const [items, ballots, members, signatures] = await Promise.all([
      itemsOf(this.db, id),
      ballotsOf(this.db, id),
      this.members(session),
      this.db.rows<{ role: string; signedAt: Date; personId: string }>(
        'select role, signed_at as "signedAt", person_id as "personId" from sessions.signature where session_id = $1 order by role',
        [id],
      ),
    ]);
    return {
      session,
      members,
      signatures,
      quorumNeeded: session.quorumNeeded ?? peopleNeeded(session.procedure.quorum, members.length),
      items: items.map((item) => withVotes(session, members, item, ballots, ctx.actor.personId)),
      owing: owing(members, items, ballots),
      can: abilities(ctx, session, members, signatures),
    };
  }

  /** Before the opening: the composition of today; after it: who was noted. */
  private async members(session: SessionRow): Promise<Attendee[]> {
    if (session.state !== 'planned') return attendanceOf(this.db, session.id);
    const people = await peopleWithRole(this.db, session.scopeId, COMMISSION);
    return people.map((person) => ({ ...person, isPresent: true }));
  }
}

function withVotes(
  session: SessionRow,
  members: Attendee[],
  item: ItemRow,
  ballots: Ballot[],
  personId: string | null,
) {
  const own = ballots.filter((ballot) => ballot.itemId === item.id);
  const presentIds = members.filter((one) => one.isPresent).map((one) => one.personId);
  const chairId = members.find((one) => one.role === 'commission-chair' && one.isPresent)?.personId ?? null;
  const count = countVotes(session.procedure, { membersTotal: members.length, presentIds, chairId }, own);
  return { ...item, count, mine: own.find((ballot) => ballot.personId === personId) ?? null };
}

function owing(members: Attendee[], items: ItemRow[], ballots: Ballot[]): SessionView['owing'] {
  return members
    .filter((member) => member.isPresent)
    .map(({ fullName, personId }) => ({
      fullName,
      missing: items.length - ballots.filter((ballot) => ballot.personId === personId).length,
    }))
    .filter(({ missing }) => missing > 0);
}

function abilities(
  ctx: Context,
  session: SessionRow,
  members: Attendee[],
  signatures: { personId: string }[],
): SessionView['can'] {
  const lead = holds(ctx.actor, LEADERS, session.scopeId);
  const isPresent = members.some((one) => one.personId === ctx.actor.personId && one.isPresent);
  const hasSigned = signatures.some((one) => one.personId === ctx.actor.personId);
  return {
    lead,
    vote: session.state === 'open' && isPresent && holds(ctx.actor, COMMISSION, session.scopeId),
    sign: session.state === 'closed' && lead && !hasSigned,
  };
}
