import type { Lang } from '#libs/platform/access';
import { atomText, icsText, type IcsEvent } from '#libs/platform/feeds';
import { phrase } from '#libs/platform/phrases';
import type { EventRow } from '../model/event.js';
import { eventPaths } from '../paths.js';
import type { FeedEvent } from '../queries/events-for-feed.js';

export interface FeedFrame {
  lang: Lang;
  /** Of the site, without a slash at the end. */
  origin: string;
  /** For whoever is registered: the place and the link are told. */
  isInside?: boolean;
}

const STATUS: Partial<Record<EventRow['state'], IcsEvent['status']>> = {
  cancelled: 'CANCELLED',
  postponed: 'TENTATIVE',
};

const whole = ({ origin, lang }: FeedFrame, path: string): string => `${origin}${lang === 'en' ? '/en' : ''}${path}`;
export const titleOf = ({ title, titleEn }: EventRow, lang: Lang): string => (lang === 'en' && titleEn) || title;
export const summaryOf = ({ summary, summaryEn }: EventRow, lang: Lang): string =>
  (lang === 'en' && summaryEn) || summary || '';

/** The newest change; of an empty feed, the beginning of time. */
export const changedAt = (events: readonly EventRow[]): Date =>
  new Date(Math.max(0, ...events.map((event) => event.changedAt.getTime())));

/** Where it is, as far as this reader may know. */
export function placeInWords(event: EventRow, { lang, isInside = false }: FeedFrame): string {
  if (event.format === 'online') return phrase(lang, 'events:format.online');
  const isTold = isInside || event.locationVisibility === 'public';
  return isTold ? [event.venue, event.address, event.settlement].filter(Boolean).join(', ') : (event.settlement ?? '');
}

export function icsOfEvents(events: readonly FeedEvent[], frame: FeedFrame): string {
  return icsText({
    name: phrase(frame.lang, 'events:feed.title'),
    events: events.map((event) => icsEvent(event, frame)),
  });
}

function icsEvent(event: FeedEvent, frame: FeedFrame): IcsEvent {
  // A place that is hidden has no LOCATION at all.
  const isHidden = event.locationVisibility !== 'public' && !frame.isInside;
  const link = frame.isInside && event.format !== 'in-person' ? event.onlineUrl : null;
  return {
    // Stays for ever, wherever and whenever the event moves.
    ...{ uid: `${event.id}@${new URL(frame.origin).hostname}`, sequence: event.sequence },
    ...{ status: STATUS[event.state] ?? 'CONFIRMED', changedAt: event.changedAt },
    ...{ at: event.startsAt!, until: event.endsAt!, summary: titleOf(event, frame.lang) },
    description: [event.organiserName, summaryOf(event, frame.lang), link, event.stateReason]
      .filter(Boolean)
      .join('\n\n'),
    location: isHidden ? '' : placeInWords(event, frame),
    url: whole(frame, eventPaths.show(event.id)),
  };
}

export function atomOfEvents(events: readonly FeedEvent[], frame: FeedFrame): string {
  const self = whole(frame, eventPaths.feed('atom'));
  return atomText({
    ...{ id: self, self, title: phrase(frame.lang, 'events:feed.title'), language: frame.lang },
    ...{ page: whole(frame, eventPaths.list), updatedAt: changedAt(events) },
    entries: events.map((event) => ({
      ...{
        id: `urn:uuid:${event.id}`,
        title: titleOf(event, frame.lang),
        url: whole(frame, eventPaths.show(event.id)),
      },
      ...{ author: event.organiserName, summary: summaryOf(event, frame.lang) },
      ...{ publishedAt: event.publishedAt!, updatedAt: event.changedAt },
    })),
  });
}
