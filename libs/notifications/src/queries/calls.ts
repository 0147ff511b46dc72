import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import type { AskedList, Found } from '#libs/platform/http';
import { Ports } from '#libs/platform/ports';
import { AddresseeCards } from '../ports/addressee-cards.port.js';

export type CallReason = 'returned' | 'refused' | 'failed' | 'unread';
export const CALL_REASONS: readonly CallReason[] = ['returned', 'refused', 'failed', 'unread'];
const CALLS_MAX = 5_000;
/** Columns that another lib fills in. */
const OF_ADDRESSEE = ['organisationName', 'phone'];

interface Owed {
  id: string;
  organisationId: string;
  /** What must be said. */
  subject: string;
  reason: CallReason;
  since: Date;
  /** Calls that reached nobody. */
  tries: number;
}

export interface CallLine extends Owed {
  organisationName: string;
  phone: string;
}

/** Of the letters of a notice `c`. */
const ofLetters = (what: string): string => `(select ${what} from notifications.message where clock_id = c.id)`;
/**
 * As the index of undelivered letters has it: most notices have none there, and their other letters are not read (an
 * unknown answer instead of `false` would have them read).
 */
const CAME_TO_NOBODY = `(state in ('refused', 'failed') or return_noted_at is not null)`;
const IS_UNDELIVERED = `(
  coalesce((select true from notifications.message where clock_id = c.id and ${CAME_TO_NOBODY} limit 1), false)
  and ${ofLetters(`bool_and(${CAME_TO_NOBODY})`)})`;
const UNDELIVERED_SINCE = ofLetters('max(coalesce(return_noted_at, refused_at))');
const REASON = ofLetters(`case when bool_or(return_noted_at is not null) then 'returned'
                               when bool_or(state = 'refused') then 'refused' else 'failed' end`);

/**
 * Notices of these authorities ($1) that somebody must be phoned about at an instant ($2): nobody opened it in its
 * days, or every letter is known as undelivered; and nobody was told.
 */
const OWED = `
  from notifications.clock c
 where c.organiser_id = any($1) and c.opened_at is null and c.told_at is null
   and (c.call_due_at <= $2 or ${IS_UNDELIVERED})`;
const SINCE = `case when ${IS_UNDELIVERED} then ${UNDELIVERED_SINCE} else c.call_due_at end`;

const SELECT = `
  select c.id, c.organisation_id as "organisationId", ${SINCE} as since,
         ${ofLetters('(array_agg(subject order by id))[1]')} as subject,
         case when ${IS_UNDELIVERED} then ${REASON} else 'unread' end as reason,
         (select count(*)::int from notifications.call k where k.clock_id = c.id) as tries
  ${OWED}`;

/** The call list: whom the officers of the actor's authorities must phone. */
@Injectable()
export class Calls {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  /** Names and phones are known to another lib: where they decide which rows there are, all are read, and else a page. */
  async list(ctx: Context, asked: AskedList<CallLine>): Promise<Found<CallLine>> {
    const params = [scopesOf(ctx.actor, ['officer', 'director']), ctx.now];
    const { search, sort } = asked.question;
    if (search || OF_ADDRESSEE.includes(sort?.key ?? '')) {
      const owed = await this.db.rows<Owed>(`${SELECT} order by since, c.id limit ${CALLS_MAX}`, params);
      return asked.pick(this.db, await this.addressed(owed));
    }
    const found = await asked.find<Owed>(this.db, SELECT, params);
    return { ...found, rows: await this.addressed(found.rows) };
  }

  private async addressed(owed: readonly Owed[]): Promise<CallLine[]> {
    const ids = owed.map(({ organisationId }) => organisationId);
    const cards = await this.ports.one(AddresseeCards).organisations(this.db, ids);
    const byId = new Map(cards.map((card) => [card.id, card]));
    return owed.map((line) => {
      const card = byId.get(line.organisationId);
      return { ...line, organisationName: card?.name ?? '', phone: card?.phone ?? '' };
    });
  }
}

/** How many calls the officers of these authorities owe, and since when. */
export async function callsToMake(
  reader: Reader,
  organiserIds: readonly string[],
  now: Date,
): Promise<{ count: number; since: Date | null }> {
  const row = await reader.one<{ count: number; since: Date | null }>(
    `select count(*)::int as count, min(${SINCE}) as since ${OWED}`,
    [organiserIds, now],
  );
  return row!;
}
