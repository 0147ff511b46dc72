import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { Config } from '#libs/platform/config';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { INSIDE, type RegistrationRow } from '../model/registration.js';
import { registrationOfToken } from '../model/registration-token.js';
import { chosenSlots, type ChosenSlot } from './chosen-slots.js';
import { EventForPage, type EventView } from './event-for-page.js';
import { eventById } from './find-event.js';
import { positionInQueue, registrationById } from './find-registration.js';
import { shownSlot } from '../model/shown-slot.js';

export interface OwnRegistrationView {
  registration: RegistrationRow;
  view: EventView;
  /** In the queue; null for whoever does not wait. */
  position: number | null;
  isInside: boolean;
  slots: ChosenSlot[];
}

/** Somebody's own registration, by the link that only they were sent. */
@Injectable()
export class OwnRegistrationViewer {
  constructor(
    private readonly db: Database,
    private readonly events: EventForPage,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** @throws NotFound for a link that is none of ours */
  async execute(ctx: Context, token: string): Promise<OwnRegistrationView> {
    const id = registrationOfToken(token, this.config.sessionSecret);
    if (id === null) throw new NotFound();
    const registration = await registrationById(this.db, id);
    const isInside = INSIDE.includes(registration.state);
    const view = await this.events.view(ctx, await eventById(this.db, registration.eventId), isInside);
    return {
      ...{ registration, isInside, view },
      slots: (await chosenSlots(this.db, [id])).map((slot) => shownSlot(slot, view.isPlaceTold)),
      position: await positionInQueue(this.db, registration),
    };
  }
}
