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

const AGENDA_ITEMS_MAX = 500;

export interface NewSession {
  /** The body that sits: its composition are the commission roles with this scope. */
  scopeId: string;
  organiserId: string;
  /** Reads what the organiser reads. */
  coOrganiserId: string | null;
  kind: string;
  bodyName: string;
  subject: string;
  procedure: Procedure;
  plannedAt: Date;
  place: string;
  items: NewItem[];
}

export interface NewItem {
  /** Names the DecisionHandler that carries it out. */
  kind: string;
  subjectId: string;
  title: string;
  proposal: string;
  /** Page with the materials, without the language prefix. */
  path?: string;
  payload?: Record<string, unknown>;
}

/** Plans a session with its agenda and invites the members. The caller has checked that the actor may. */
@Injectable()
export class PlanSession {
  constructor(private readonly notices: Notices) {}

  async within(tx: Tx, plan: NewSession): Promise<string> {
    if (plan.items.length === 0 || plan.items.length > AGENDA_ITEMS_MAX)
      throw new Conflict('sessions.agenda-size', { max: AGENDA_ITEMS_MAX });
    const id = newId();
    const number = await insertSession(tx, id, plan);
    await insertItems(tx, id, plan.items);
    await this.inviteMembers(tx, id, plan);
    tx.record(sessionPlanned, {
      subjectId: id,
      scopeId: plan.scopeId,
      particulars: { kind: plan.kind, number, items: plan.items.length },
    });
    return id;
  }

  private async inviteMembers(tx: Tx, id: string, plan: NewSession): Promise<void> {
    for (const member of await peopleWithRole(tx, plan.scopeId, COMMISSION))
      await this.notices.queue(tx, {
        to: member,
        template: 'sessions.planned',
        kind: 'duty',
        organiserId: plan.organiserId,
        data: {
          body: plan.bodyName,
          subject: plan.subject,
          at: longDateTime(plan.plannedAt, member.language),
          place: plan.place,
        },
        path: sessionPaths.show(id),
      });
  }
}

/** Numbers run without gaps within the body: two sessions planned at once wait for each other. */
async function insertSession(tx: Tx, id: string, plan: NewSession): Promise<number> {
  await tx.one('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`session-number ${plan.scopeId}`]);
  const row = await tx.one<{ number: number }>(
    `insert into sessions.session
       (id, scope_id, organiser_id, co_organiser_id, kind, number, state, body_name, subject, procedure, planned_at, place)
     select $1, $2, $3, $4, $5, coalesce(max(number), 0) + 1, 'planned', $6, $7, $8, $9, $10
       from sessions.session where scope_id = $2
     returning number`,
    [
      id,
      plan.scopeId,
      plan.organiserId,
      plan.coOrganiserId,
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

async function insertItems(tx: Tx, sessionId: string, items: NewSession['items']): Promise<void> {
  await tx.change(
    `insert into sessions.item (id, session_id, position, kind, subject_id, title, proposal, path, payload)
     select id, $1, position, kind, subject_id, title, proposal, path, payload::jsonb
       from unnest($2::uuid[], $3::int[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::text[], $9::text[])
         as item (id, position, kind, subject_id, title, proposal, path, payload)`,
    [
      sessionId,
      items.map(() => newId()),
      items.map((_, index) => index + 1),
      items.map((item) => item.kind),
      items.map((item) => item.subjectId),
      items.map((item) => item.title),
      items.map((item) => item.proposal),
      items.map((item) => item.path ?? null),
      items.map((item) => JSON.stringify(item.payload ?? {})),
    ],
  );
}
