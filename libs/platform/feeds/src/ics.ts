/** A calendar by RFC 5545. All instants are written in UTC, so no table of time zones is needed. */
export interface IcsCalendar {
  name: string;
  events: IcsEvent[];
}

export interface IcsEvent {
  /** Stays for ever; calendars know the event by it. */
  uid: string;
  /** Rises with every change, so that calendars take the new dates. */
  sequence: number;
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  changedAt: Date;
  /** An instant, or a whole Kyiv day `YYYY-MM-DD`. */
  at: Date | string;
  /** When it is over; left out for a term, which has no length. */
  until?: Date;
  summary: string;
  description: string;
  location: string;
  url: string;
}

const LINE_OCTETS_MAX = 75;
const PRODUCT = '-//Spryiannia//Calendar//UK';
/** How often a calendar should look again. */
const REFRESH = 'PT6H';

export function icsText({ name, events }: IcsCalendar): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${PRODUCT}`, 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...[`NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`],
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: IcsEvent): string[] {
  const { uid, sequence, status, changedAt, at, until, summary, description, location, url } = event;
  return [
    ...['BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `STATUS:${status}`, `DTSTAMP:${instant(changedAt)}`],
    ...[`LAST-MODIFIED:${instant(changedAt)}`, start(at), ...(until ? [`DTEND:${instant(until)}`] : [])],
    `SUMMARY:${escaped(summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    // A term takes nobody's time, a gathering does.
    ...[`URL:${url}`, `TRANSP:${until ? 'OPAQUE' : 'TRANSPARENT'}`, 'END:VEVENT'],
  ];
}

const start = (at: Date | string): string =>
  typeof at === 'string' ? `DTSTART;VALUE=DATE:${at.replaceAll('-', '')}` : `DTSTART:${instant(at)}`;

const instant = (at: Date): string => at.toISOString().replace(/\.\d+|[:-]/g, '');

const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n|\r|\n/g, '\\n')
    // Nothing else below a space may stand in a text.
    .replace(/[\p{Cc}]/gu, ' ');

/** Lines of at most 75 octets, cut between letters: one of Cyrillic takes two. The next line begins with a space. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let room = LINE_OCTETS_MAX;
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (octets > room) {
      pieces.push(piece);
      piece = '';
      room = LINE_OCTETS_MAX - 1;
    }
    piece += letter;
    room -= octets;
  }
  return [...pieces, piece].join('\r\n ');
}
