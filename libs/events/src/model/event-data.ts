import type { EventRow, EventState, Format } from './event.js';

const MODES: Record<Format, string> = {
  'in-person': 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
};
const STATUS: Partial<Record<EventState, string>> = { cancelled: 'EventCancelled', postponed: 'EventPostponed' };

export interface EventFrame {
  organiserName: string;
  /** Whole addresses. */
  url: string;
  organiserUrl: string;
  /** Beginnings that were told before, the newest first. */
  earlierStarts: readonly string[];
  /** The format that was told before the present one. */
  wasFormat: Format | null;
}

/** An event as search engines read it (schema.org); a hidden address and the link of a meeting are never in it. */
export function eventData(event: EventRow, frame: EventFrame): Record<string, unknown> {
  const earlier = frame.earlierStarts[0];
  const moved = earlier ? 'EventRescheduled' : frame.wasFormat && event.format === 'online' && 'EventMovedOnline';
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    description: event.summary,
    url: frame.url,
    startDate: event.startsAt!.toISOString(),
    endDate: event.endsAt!.toISOString(),
    ...(earlier && { previousStartDate: earlier }),
    eventStatus: `https://schema.org/${STATUS[event.state] ?? (moved || 'EventScheduled')}`,
    eventAttendanceMode: `https://schema.org/${MODES[event.format]}`,
    location: locations(event, frame.url),
    organizer: { '@type': 'GovernmentOrganization', name: frame.organiserName, url: frame.organiserUrl },
    ...(event.capacity !== null && { maximumAttendeeCapacity: event.capacity }),
    isAccessibleForFree: true,
  };
}

function locations(event: EventRow, url: string): Record<string, unknown>[] {
  const { format, venue, address, settlement, locationVisibility } = event;
  const isHidden = locationVisibility === 'after-confirmation';
  const place = {
    '@type': 'Place',
    name: isHidden ? settlement : venue,
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'UA',
      addressLocality: settlement,
      ...(!isHidden && { streetAddress: address }),
    },
  };
  // Who registers gets the link; the page says how.
  const online = { '@type': 'VirtualLocation', url };
  return [...(format === 'online' ? [] : [place]), ...(format === 'in-person' ? [] : [online])];
}
