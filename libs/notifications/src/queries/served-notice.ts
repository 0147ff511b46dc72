import { Injectable } from '@nestjs/common';
import { demand, type Context } from '#libs/platform/access';
import { Database, type Reader } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { withoutAddresses } from '#libs/platform/log';
import { Ports } from '#libs/platform/ports';
import { servedNoticePolicy } from '../access/served-notice.policy.js';
import { clockStart, type ClockStart } from '../model/clock-start.js';
import { DELIVERY, type Delivery } from '../model/delivery.js';
import { AddresseeCards, type OrganisationCard } from '../ports/addressee-cards.port.js';

export interface Clock {
  id: string;
  organiserId: string;
  organisationId: string;
  queuedAt: Date;
  toldAt: Date | null;
}

export interface ServedLetter {
  id: string;
  personId: string;
  fullName: string;
  phone: string | null;
  address: string;
  subject: string;
  body: string;
  state: string;
  delivery: Delivery;
  sentAt: Date | null;
  openedAt: Date | null;
  refusedAt: Date | null;
  error: string | null;
  isReturned: boolean;
  returnedOn: string | null;
  returnSaid: string | null;
}

export interface CallMade {
  calledAt: Date;
  calledBy: string;
  isReached: boolean;
  whom: string | null;
  said: string | null;
}

/** @throws NotFound */
export async function clockById(reader: Reader, id: string): Promise<Clock> {
  const clock = await reader.one<Clock>(
    `select id, organiser_id as "organiserId", organisation_id as "organisationId", queued_at as "queuedAt",
            told_at as "toldAt" from notifications.clock where id = $1`,
    [id],
  );
  if (!clock) throw new NotFound();
  return clock;
}

/** One notice to one organisation, for whoever phones: what to say, whom, what was tried, whether the term runs. */
@Injectable()
export class ServedNoticeCard {
  constructor(
    private readonly db: Database,
    private readonly ports: Ports,
  ) {}

  async execute(ctx: Context, clockId: string) {
    const clock = await clockById(this.db, clockId);
    demand(servedNoticePolicy, 'see', ctx.actor, clock);
    const stored = await lettersOf(this.db, clockId);
    const made = await callsOf(this.db, clockId);
    const cards = this.ports.one(AddresseeCards);
    const [organisation] = await cards.organisations(this.db, [clock.organisationId]);
    const personIds = [...stored.map(({ personId }) => personId), ...made.map(({ calledBy }) => calledBy)];
    const people = new Map((await cards.people(this.db, personIds)).map((person) => [person.id, person]));
    const letters = stored.map((letter) => ({
      ...letter,
      error: letter.error && withoutAddresses(letter.error),
      fullName: people.get(letter.personId)?.fullName ?? '',
      phone: people.get(letter.personId)?.phone ?? null,
    }));
    const calls = made.map((call) => ({ ...call, calledBy: people.get(call.calledBy)?.fullName ?? '' }));
    const start: ClockStart = clockStart({ letters, toldAt: clock.toldAt });
    return {
      ...{ clock, letters, calls, start, organisation: organisation as OrganisationCard },
      mayRecord: servedNoticePolicy.record.allows(ctx.actor, clock),
    };
  }
}

function lettersOf(reader: Reader, clockId: string): Promise<Omit<ServedLetter, 'fullName' | 'phone'>[]> {
  return reader.rows(
    `select m.id, m.to_person_id as "personId", m.to_address as address, m.subject, m.body, m.state, ${DELIVERY} as delivery,
            m.sent_at as "sentAt", m.opened_at as "openedAt", m.refused_at as "refusedAt", m.error,
            m.return_noted_at is not null as "isReturned", m.returned_on::text as "returnedOn",
            m.return_said as "returnSaid"
       from notifications.message m join notifications.clock c on c.id = m.clock_id
      where m.clock_id = $1 order by m.id`,
    [clockId],
  );
}

function callsOf(reader: Reader, clockId: string): Promise<CallMade[]> {
  return reader.rows(
    `select called_at as "calledAt", called_by as "calledBy", is_reached as "isReached", whom, said
       from notifications.call where clock_id = $1 order by called_at, id`,
    [clockId],
  );
}
