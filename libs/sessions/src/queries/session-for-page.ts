import { Injectable } from '@nestjs/common';
import { peopleWithRole } from '#libs/identity';
import { demand, holds, type Context } from '#libs/platform/access';
import { kyivTime } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { COMMISSION, LEADERS, sessionPolicy } from '../access/session.policy.js';
import { ballotsOwed, countItem, isInRoom } from '../model/attendance.js';
import type { Attendee, Ballot, ItemRow, SessionRow } from '../model/session.js';
import { peopleNeeded, type Count } from '../model/voting.js';
import { ConflictsOf } from './conflicts-of.js';
import { proceedingsOf, sessionById } from '../use-cases/lock-session.js';

export interface SessionView {
  session: SessionRow;
  /** `came`, `left`: Kyiv time 'HH:MM' of who came late and who left early. */
  members: (Attendee & { isInRoom: boolean; came: string; left: string })[];
  /** In the room now. */
  presentCount: number;
  quorumNeeded: number;
  /** `conflict`: the reason that this actor declared; then the ballot is a recusal whatever is chosen. */
  items: (ItemRow & { count: Count; mine: Ballot | null; conflict: string | null })[];
  /** On how many items this actor has voted. */
  mineCount: number;
  /** Those in the room with how many ballots each still owes. */
  owing: { fullName: string; missing: number }[];
  signatures: { role: string; signedAt: Date }[];
  can: { lead: boolean; vote: boolean; sign: boolean; cancel: boolean };
}

/** Everything the page of a session shows to this actor. */
@Injectable()
export class SessionForPage {
  constructor(
    private readonly db: Database,
    private readonly conflictsOf: ConflictsOf,
  ) {}

  async execute(ctx: Context, id: string): Promise<SessionView> {
    const session = await sessionById(this.db, id);
    demand(sessionPolicy, 'see', ctx.actor, session);
    const { items, ballots, attendance } = await proceedingsOf(this.db, id);
    const members = session.openedAt ? attendance : await this.composition(session);
    const signatures = await this.signatures(id);
    const conflicts = await this.conflictsOf.execute(this.db, ctx.actor.personId, items);
    const mine = ballots.filter((ballot) => ballot.personId === ctx.actor.personId);
    return {
      session,
      members: members.map((member) => ({
        ...member,
        isInRoom: isInRoom(member),
        came: clockTime(member.cameAt),
        left: clockTime(member.leftAt),
      })),
      presentCount: members.filter(isInRoom).length,
      signatures,
      quorumNeeded: session.quorumNeeded ?? peopleNeeded(session.procedure.quorum, members.length),
      items: items.map((item) => ({
        ...item,
        count: countItem(session, members, ballots, item.id),
        mine: mine.find((ballot) => ballot.itemId === item.id) ?? null,
        conflict: conflicts.get(item.id) ?? null,
      })),
      mineCount: mine.length,
      owing: ballotsOwed(items, members, ballots),
      can: abilities(ctx, session, members, signatures),
    };
  }

  /** Before the opening: the composition of today, the chair and the secretary first. */
  private async composition(session: SessionRow): Promise<Attendee[]> {
    const people = await peopleWithRole(this.db, session.scopeId, COMMISSION);
    const inOrder = COMMISSION.flatMap((role) => people.filter((person) => person.role === role));
    return inOrder.map(({ personId, role, fullName, signingName }) => ({
      ...{ personId, role, fullName, signingName },
      ...{ isPresent: true, cameAt: null, leftAt: null },
    }));
  }

  private signatures(id: string): Promise<{ role: string; signedAt: Date; personId: string }[]> {
    return this.db.rows(
      `select role, signed_at as "signedAt", person_id as "personId"
         from sessions.signature where session_id = $1 order by role`,
      [id],
    );
  }
}

const clockTime = (at: Date | null): string => (at ? kyivTime(at).slice(0, 5) : '');

function abilities(
  { actor }: Context,
  session: SessionRow,
  members: Attendee[],
  signatures: { personId: string }[],
): SessionView['can'] {
  const lead = holds(actor, LEADERS, session.scopeId);
  const inRoom = members.some((one) => one.personId === actor.personId && isInRoom(one));
  const hasSigned = signatures.some((one) => one.personId === actor.personId);
  return {
    lead,
    vote: session.state === 'open' && inRoom && holds(actor, COMMISSION, session.scopeId),
    sign: session.state === 'closed' && lead && !hasSigned,
    cancel: session.state === 'planned' && sessionPolicy.cancel.allows(actor, session),
  };
}
