import type { PdfBlock, PdfModel } from '#libs/documents';
import { longDateTime, shortDate } from '#libs/platform/clock';
import { InvalidInput } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';

export const PRESENT_MAX = 30;
export const PRESENT_LENGTH_MAX = 200;
export const OPENING_ACTS_MAX = 20;

export interface Present {
  name: string;
  position: string;
}

/** What was there when the proposals were opened. */
export interface Opened {
  registerCode: string;
  /** The organisation, or who sent the envelope. */
  from: string;
  receivedAt: Date;
  /** Null = through the portal. */
  channel: string | null;
  isLate: boolean;
}

export interface OpeningAct {
  number: number;
  organiser: { name: string; city: string };
  competition: { title: string; code: string; closesAt: Date };
  openedAt: Date;
  madeAt: Date;
  present: readonly Present[];
  opened: readonly Opened[];
  withdrawn: number;
}

/** One person in a line: name, a comma, position. @throws InvalidInput that names the line */
export function readPresent(text: string): Present[] {
  const lines = text.split('\n').map((line) => line.trim());
  const wrong = (code: string, data = {}) =>
    new InvalidInput([{ field: 'present', code: `applications.present-${code}`, data }]);
  const people = lines.flatMap((line, index): Present[] => {
    if (line === '') return [];
    const at = line.indexOf(',');
    const [name, position] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (at < 0 || name === '' || position === '') throw wrong('line', { number: index + 1 });
    if (line.length > PRESENT_LENGTH_MAX) throw wrong('long', { number: index + 1, max: PRESENT_LENGTH_MAX });
    return [{ name, position }];
  });
  if (people.length === 0) throw wrong('none');
  if (people.length > PRESENT_MAX) throw wrong('many', { max: PRESENT_MAX });
  return people;
}

// Minutes are an official document: always in Ukrainian.
const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `applications:opening.paper.${key}`, data);

/** The minutes of the opening: who was there, and what was found, to be signed by those present. */
export function openingPaper(act: OpeningAct): PdfModel {
  const { competition, present, opened } = act;
  const [late, inTime] = [opened.filter((one) => one.isLate), opened.filter((one) => !one.isLate)];
  return {
    title: t('title'),
    language: 'uk',
    number: String(act.number),
    issuedAt: act.madeAt,
    place: act.organiser.city,
    headerLines: [act.organiser.name],
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('competition'), `${competition.title} (${competition.code})`],
          [t('closed'), longDateTime(competition.closesAt, 'uk', true)],
          [t('opened'), longDateTime(act.openedAt, 'uk', true)],
        ],
      },
      heading(t('present')),
      { kind: 'list', ordered: true, items: present.map(({ name, position }) => `${name} – ${position}`) },
      heading(t('found')),
      { kind: 'paragraph', text: t('counts', { inTime: inTime.length, late: late.length, withdrawn: act.withdrawn }) },
      ...listOf(inTime),
      ...(late.length > 0 ? [heading(t('late')), ...listOf(late)] : []),
      { kind: 'signatures', rows: present.map(({ name, position }) => ({ position, name, mark: '' })) },
    ],
  };
}

const heading = (text: string): PdfBlock => ({ kind: 'heading', level: 1, text });

function listOf(opened: readonly Opened[]): PdfBlock[] {
  if (opened.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: t('code'), width: 34, align: 'left' },
        { title: t('from'), align: 'left' },
        { title: t('received'), width: 34, align: 'left' },
        { title: t('how'), width: 30, align: 'left' },
      ],
      rows: opened.map(({ registerCode, from, receivedAt, channel }) => [
        registerCode,
        from,
        `${shortDate(receivedAt)} ${longDateTime(receivedAt, 'uk', true).split(', ')[1]}`,
        channel ? phrase('uk', `applications:envelope.channels.${channel}`) : t('portal'),
      ]),
    },
  ];
}
