import { Inject, Injectable } from '@nestjs/common';
import { Notices, type Recipient } from '#libs/notifications';
import type { NoticeKind } from '#libs/notifications';
import type { Lang } from '#libs/platform/access';
import { longDateTime } from '#libs/platform/clock';
import { Config } from '#libs/platform/config';
import type { Tx } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import type { EventRow } from '../model/event.js';
import { INSIDE, type RegistrationRow } from '../model/registration.js';
import { registrationToken } from '../model/registration-token.js';
import { shownSlot } from '../model/shown-slot.js';
import { eventPaths } from '../paths.js';
import { chosenSlots, type ChosenSlot } from '../queries/chosen-slots.js';

export type Letter =
  | ('confirm-address' | 'already' | 'confirmed' | 'promoted' | 'waitlisted' | 'pending' | 'offered' | 'offer-lapsed')
  | ('rejected' | 'withdrawn' | 'changed' | 'reminder' | 'results');

export interface LetterOptions {
  data?: Record<string, unknown>;
  kind?: NoticeKind;
  /** A second letter with the same end of the key is not sent. */
  once: string;
  /** What they chose, where the caller has it at hand; else it is looked up. */
  slots?: readonly ChosenSlot[];
}

/** Every letter is of use without opening anything: what, when, where; the link in it is the registration itself. */
@Injectable()
export class RegistrationLetters {
  constructor(
    private readonly notices: Notices,
    @Inject(Config) private readonly config: Config,
  ) {}

  /** Nothing for whoever has left only a telephone: the operator calls. */
  async queue(tx: Tx, letter: Letter, event: EventRow, to: RegistrationRow, options: LetterOptions): Promise<void> {
    if (to.email === null) return;
    const slots = options.slots ?? (await chosenSlots(tx, [to.id]));
    const recipient: Recipient = { personId: to.personId, email: to.email, language: to.language };
    await this.notices.queue(tx, {
      ...{ to: recipient, kind: options.kind ?? 'receipt', organiserId: event.organiserId },
      template: `events.${letter}`,
      data: { ...this.common(event, to), slots: slotsInWords(slots, event, to), ...options.data },
      path: eventPaths.own(registrationToken(to.id, this.config.sessionSecret)),
      holdsSecret: true,
      onceKey: `events.${letter}:${to.id}:${options.once}`,
    });
  }

  private common(event: EventRow, { language, state, fullName }: RegistrationRow): Record<string, unknown> {
    const isInside = INSIDE.includes(state);
    return {
      title: titleIn(event, language),
      at: event.startsAt ? longDateTime(event.startsAt, language) : '',
      place: whereInWords(event, language, isInside),
      bring: event.bring ?? phrase(language, 'events:mailWords.nothing'),
      contact: [event.contactName, event.contactPhone].filter(Boolean).join(', '),
      calendar: `${this.config.publicUrl}${language === 'en' ? '/en' : ''}${eventPaths.calendar(event.id)}`,
      fullName,
    };
  }
}

const titleIn = ({ title, titleEn }: EventRow, language: Lang): string => (language === 'en' && titleEn) || title;

/** A line for each chosen time or session, under «Коли»; nothing where there was nothing to choose. */
function slotsInWords(slots: readonly ChosenSlot[], event: EventRow, { language, state }: RegistrationRow): string {
  const isTold = INSIDE.includes(state) || event.locationVisibility === 'public';
  return slots
    .map((one) => shownSlot(one, isTold))
    .map(({ startsAt, title, host, place, note, seats }) => {
      const parts = [longDateTime(startsAt, language), title ?? host, place, note].filter(Boolean).join(', ');
      return `\n${phrase(language, 'events:mailWords.slot', { parts, seats })}`;
    })
    .join('');
}

/** The place and the link, as far as this reader may know. */
export function whereInWords(event: EventRow, lang: Lang, isInside: boolean): string {
  const isTold = isInside || event.locationVisibility === 'public';
  const rooms = isTold ? [event.venue, event.address, event.settlement] : [event.settlement];
  const place = rooms.filter(Boolean).join(', ');
  const online = isInside && event.onlineUrl ? event.onlineUrl : phrase(lang, 'events:mailWords.linkLater');
  const parts = [event.format === 'online' ? '' : place, event.format === 'in-person' ? '' : online];
  return parts.filter(Boolean).join('; ');
}
