import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { UnitOfWork, type Tx } from '#libs/platform/database';
import { Conflict, NotFound } from '#libs/platform/errors';
import type { EventRow } from '../model/event.js';
import { LIVE, type Guest, type RegistrationRow } from '../model/registration.js';
import { registrationLifecycle, type RegistrationAction } from '../model/registration.lifecycle.js';
import { registrationOfToken } from '../model/registration-token.js';
import { lockRegistration } from '../queries/find-registration.js';
import { LeaveRegistration } from './leave-registration.js';
import { Places } from './places.js';

export type OwnDetails = Pick<Guest, 'fullName' | 'phone' | 'organisation' | 'position' | 'names' | 'accessNeeds'>;

/** What somebody does with their own registration, by the link that only they were sent. */
@Injectable()
export class OwnRegistration {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly places: Places,
    private readonly leave: LeaveRegistration,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** The address is theirs: now they get a place, or stand in the queue. A second click changes nothing. */
  prove(ctx: Context, token: string): Promise<void> {
    return this.within(ctx, token, async (tx, event, one) => {
      if (one.state !== 'asked') return;
      if (event.state !== 'published' || event.startsAt! <= tx.now) throw new Conflict('events.registration-over');
      await refuseTwice(tx, one);
      await this.places.settleNewcomer(tx, event, one);
    });
  }

  /** Yes to a place that was offered. */
  accept(ctx: Context, token: string): Promise<void> {
    return this.within(ctx, token, async (tx, event, one) => {
      if (one.state === 'offered' && one.offeredUntil! <= tx.now) throw new Conflict('events.offer-over');
      await this.places.accept(tx, event, one);
    });
  }

  withdraw(ctx: Context, token: string): Promise<void> {
    return this.within(ctx, token, (tx, event, one) => this.leave.within(tx, event, one));
  }

  change(ctx: Context, token: string, details: OwnDetails): Promise<void> {
    return this.within(ctx, token, async (tx, _, { id, state }) => {
      if (!LIVE.includes(state) && state !== 'asked') throw new Conflict('events.not-now');
      await tx.change(
        `update events.registration set full_name = $2, phone = $3, organisation = $4, position = $5, names = $6,
                access_needs = $7 where id = $1`,
        [
          ...[id, details.fullName, details.phone, details.organisation, details.position, details.names],
          details.accessNeeds,
        ],
      );
    });
  }

  private within(
    ctx: Context,
    token: string,
    act: (tx: Tx, event: EventRow, one: RegistrationRow) => Promise<void>,
  ): Promise<void> {
    const id = registrationOfToken(token, this.config.sessionSecret);
    if (id === null) throw new NotFound();
    return this.uow.run(ctx, async (tx) => {
      const { event, registration } = await lockRegistration(tx, id);
      await act(tx, event, registration);
    });
  }
}

/** Two letters were out to one address, and the other one was first. */
async function refuseTwice(tx: Tx, { eventId, email, id }: RegistrationRow): Promise<void> {
  const other = await tx.one(
    `select 1 from events.registration where event_id = $1 and lower(email) = lower($2) and id <> $3
        and state in ('pending', 'confirmed', 'waitlisted', 'offered', 'attended') and channel <> 'paper'`,
    [eventId, email, id],
  );
  if (other) throw new Conflict('events.already-registered');
}

export const mayStep = (state: RegistrationRow['state'], action: RegistrationAction): boolean =>
  registrationLifecycle.transitions.some((step) => step.action === action && step.from.includes(state));
