import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { COMMISSION, LEADERS } from '../access/session.policy.js';
import { sessionPaths } from '../paths.js';
import { StandingBodies } from './standing-bodies.js';

const WAITING_MAX = 50;

interface Waiting {
  id: string;
  scopeId: string;
  number: number;
  state: 'planned' | 'open' | 'closed';
  subject: string;
  plannedAt: Date;
  isOwed: boolean;
  isSigned: boolean;
}

/** Sessions that wait for this member: to come, to vote, to sign. */
@Implements(DeskSource)
@Injectable()
export class SessionDesk implements DeskSource {
  constructor(private readonly bodies: StandingBodies) {}

  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const scopes = scopesOf(ctx.actor, COMMISSION);
    if (scopes.length === 0) return [];
    const waiting = await reader.rows<Waiting>(
      `select s.id, s.scope_id as "scopeId", s.number, s.state, s.subject, s.planned_at as "plannedAt",
              exists (select from sessions.attendance a where a.session_id = s.id and a.person_id = $2 and a.is_present and a.left_at is null)
                and exists (select from sessions.item i where i.session_id = s.id
                              and not exists (select from sessions.ballot b where b.item_id = i.id and b.person_id = $2)) as "isOwed",
              exists (select from sessions.signature g where g.session_id = s.id and g.person_id = $2) as "isSigned"
         from sessions.session s where s.scope_id = any($1) and s.state in ('planned', 'open', 'closed')
        order by s.planned_at limit ${WAITING_MAX}`,
      [scopes, ctx.actor.personId],
    );
    const leads = scopesOf(ctx.actor, LEADERS);
    const stopped = await this.bodies.stopped(reader, scopes);
    const going = waiting.filter(({ scopeId }) => !stopped.has(scopeId));
    return going.flatMap((session) => item(ctx, session, leads.includes(session.scopeId)));
  }
}

function item(ctx: Context, session: Waiting, leads: boolean): DeskItem[] {
  const todo = {
    planned: 'come',
    open: session.isOwed ? 'vote' : leads ? 'close' : null,
    closed: leads && !session.isSigned ? 'sign' : null,
  }[session.state];
  if (!todo) return [];
  return [
    {
      title: phrase(ctx.lang, `sessions:desk.${todo}`, { number: session.number }),
      context: session.subject,
      href: sessionPaths.show(session.id),
      role: ctx.actor.grants.find(({ scopeId }) => scopeId === session.scopeId)?.role,
      dueAt: session.plannedAt,
    },
  ];
}
