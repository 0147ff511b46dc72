import { holds, scopesOf, type Actor, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { REQUEST_OPEN_HOURS } from '../model/account-request.js';
import { hoursAfter } from '../model/session-limits.js';
import type { DeskItem } from '../ports/desk-source.port.js';

/** What an administrator asked about somebody's account, for a second person to confirm. */
export interface AccountRequest {
  id: string;
  personId: string;
  fullName: string;
  email: string;
  /** The authority whose officer or director may confirm; null: another administrator. */
  organiserId: string | null;
  reason: string;
  askedBy: string;
  askedByName: string;
  askedAt: Date;
  /** The name of the second person once it is confirmed. */
  confirmedByName: string | null;
}

/** A table of requests `r`: what it has beside the common columns, and where its people find it. */
export interface RequestKind {
  table: string;
  columns: string;
  joins: string;
  /** Columns of `r`: the people whose accounts are at stake. */
  owners: readonly string[];
  deskTitle: string;
  href: string;
}

const SHOWN_MAX = 100;

const openSince = (): Date => hoursAfter(new Date(), -REQUEST_OPEN_HOURS);

const select = ({ table, columns, joins }: RequestKind): string => `
  select r.id, r.person_id as "personId", r.organiser_id as "organiserId", r.asked_by as "askedBy", r.reason,
         r.asked_at as "askedAt", p.full_name as "fullName", p.email, a.full_name as "askedByName",
         b.full_name as "confirmedByName"${columns}
    from ${table} r
    join identity.v_person p on p.id = r.person_id
    join identity.v_person a on a.id = r.asked_by
    left join identity.v_person b on b.id = r.confirmed_by ${joins}
   where r.asked_at >= $1`;

/** Those that wait and that this person sees by the policy of the kind, the oldest first. */
export function waitingRequests<Row extends AccountRequest>(
  reader: Reader,
  kind: RequestKind,
  actor: Actor,
): Promise<Row[]> {
  return waiting(reader, kind, actor, '', []);
}

/** One that waits, or was confirmed not long ago. */
export function requestById<Row extends AccountRequest>(
  reader: Reader,
  kind: RequestKind,
  id: string,
): Promise<Row | undefined> {
  return reader.one<Row>(`${select(kind)} and r.id = $2`, [openSince(), id]);
}

/** On the desk lies what this person may confirm: asked by somebody else, about somebody else. */
export async function requestItems({ actor, lang }: Context, reader: Reader, kind: RequestKind): Promise<DeskItem[]> {
  const people = ['asked_by', ...kind.owners].map((column) => `r.${column}`).join(', ');
  const requests = await waiting(reader, kind, actor, `and $4 not in (${people})`, [actor.personId]);
  return requests.map(({ fullName, askedAt }) => ({
    title: phrase(lang, kind.deskTitle, { name: fullName }),
    href: kind.href,
    dueAt: hoursAfter(askedAt, REQUEST_OPEN_HOURS),
  }));
}

/** Narrowed before it is cut: with many requests of others nobody misses their own. */
function waiting<Row extends AccountRequest>(
  reader: Reader,
  kind: RequestKind,
  actor: Actor,
  condition: string,
  params: readonly unknown[],
): Promise<Row[]> {
  return reader.rows<Row>(
    `${select(kind)} and r.confirmed_at is null and ($2 or r.organiser_id = any($3)) ${condition}
      order by r.asked_at, r.id limit ${SHOWN_MAX}`,
    [openSince(), holds(actor, ['administrator']), scopesOf(actor, ['officer', 'director']), ...params],
  );
}
