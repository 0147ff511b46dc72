import { Injectable } from '@nestjs/common';
import { newId, type Tx } from '#libs/platform/database';
import { Conflict } from '#libs/platform/errors';
import { peopleWithRole } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { longDateTime } from '#libs/platform/clock';
import { COMMISSION } from '../access/session.policy.js';
import { sessionPlanned } from '../model/session.facts.js';
import type { Procedure } from '../model/session.js';
import { sessionPaths } from '../paths.js';

export const AGENDA_ITEMS_MAX = 500;

export interface NewSession {
  /** The body that sits: its composition are the commission roles with this scope. */
  scopeId: string;
  organiserId: string;
  kind: string;
  bodyName: string;
  subject: string;
  procedure: Procedure;
  plannedAt: Date;
  place: string;
  items: { kind: string; subjectId: string; title: string; proposal: string; payload?: Record<string, unknown> }[];
}

/** Plans a session with its agenda and invites the members. The caller has checked that the actor may. */
@Injectable()
export class PlanSession {
  constructor(private readonly notices: Notices) {}

  async within(tx: Tx, plan: NewSession): Promise<string> {
    if (plan.items.length === 0 || plan.items.length > AGENDA_ITEMS_MAX)
      throw new Conflict('sessions.agenda-size', { max: AGENDA_ITEMS_MAX });
    const id = newId();
    const number = await this.insert(tx, id, plan);
    await insertItems(tx, id, plan.items);
    for (const member of await peopleWithRole(tx, plan.scopeId, COMMISSION))
      await this.notices.queue(tx, {
        to: member,
        template: 'sessions.planned',
        data: {
          body: plan.bodyName,
          subject: plan.subject,
          at: longDateTime(plan.plannedAt, member.language),
          place: plan.place,
        },
        path: sessionPaths.show(id),
      });
    tx.record(sessionPlanned, {
      subjectId: id,
      scopeId: plan.scopeId,
      particulars: { kind: plan.kind, number, items: plan.items.length },
    });
    return id;
  }

  private async insert(tx: Tx, id: string, plan: NewSession): Promise<number> {
    // The organiser's row serialises numbering: first in the order of locks.
    await tx.one('select id from identity.organiser where id = $1 for no key update', [plan.organiserId]);
    const row = await tx.one<{ number: number }>(
      `insert into sessions.session (id, scope_id, organiser_id, kind, number, state, body_name, subject, procedure, planned_at, place)
       select $1, $2, $3, $4, coalesce(max(number), 0) + 1, 'planned', $5, $6, $7, $8, $9 from sessions.session where scope_id = $2
       returning number`,
      [
        id,
        plan.scopeId,
        plan.organiserId,
        plan.kind,
        plan.bodyName,
        plan.subject,
        JSON.stringify(plan.procedure),
        plan.plannedAt,
        plan.place,
      ],
    );
    return row!.number;
  }
}

async function insertItems(tx: Tx, sessionId: string, items: NewSession['items']): Promise<void> {
  await tx.change(
    `insert into sessions.item (id, session_id, position, kind, subject_id, title, proposal, payload)
     select id, $1, position, kind, subject_id, title, proposal, payload::jsonb
       from unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[])
         as item (id, position, kind, subject_id, title, proposal, payload)`,
    [
      sessionId,
      items.map(() => newId()),
      items.map((_, index) => index + 1),
      items.map((item) => item.kind),
      items.map((item) => item.subjectId),
      items.map((item) => item.title),
      items.map((item) => item.proposal),
      items.map((item) => JSON.stringify(item.payload ?? {})),
    ],
  );
}
