import type { PdfBlock, PdfModel } from '#libs/documents';
import { kyivTime, longDateTime } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import { countItem } from './attendance.js';
import type { Attendee, Ballot, ItemRow, SessionRow } from './session.js';

export interface MinutesSignature {
  role: string;
  signingName: string;
  signedAt: Date;
}

/** A paragraph that an upper lib adds, in Ukrainian: port MinutesNotes. */
export interface MinutesNote {
  lead: string;
  text: string;
}

export interface MinutesContent {
  session: SessionRow;
  items: readonly ItemRow[];
  attendance: readonly Attendee[];
  ballots: readonly Ballot[];
  notes: readonly MinutesNote[];
  signatures: readonly MinutesSignature[];
  /** Id of an item -> what others stated about conflicts of interest (rule 33). */
  stated: ReadonlyMap<string, readonly string[]>;
  issuedAt: Date;
}

// Minutes are an official document: always in Ukrainian.
const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `sessions:minutes.${key}`, data);

/** The minutes of a session: everything that rule 52 lists, from what really happened. */
export function minutesModel(content: MinutesContent): PdfModel {
  const { session, attendance } = content;
  return {
    title: t('title'),
    language: 'uk',
    number: String(session.number),
    issuedAt: content.issuedAt,
    headerLines: [session.bodyName],
    blocks: [
      { kind: 'facts', rows: opening(content) },
      { kind: 'heading', level: 1, text: t('present') },
      { kind: 'list', ordered: true, items: named(attendance, true) },
      ...absentBlocks(attendance),
      { kind: 'heading', level: 1, text: t('agenda') },
      { kind: 'list', ordered: true, items: content.items.map(({ title }) => title) },
      { kind: 'heading', level: 1, text: t('heard') },
      ...content.items.flatMap((item) => itemBlocks(content, item)),
      ...content.notes.map((note): PdfBlock => ({ kind: 'paragraph', ...note })),
      { kind: 'signatures', rows: content.signatures.map(signatureRow) },
    ],
  };
}

function opening({ session, attendance }: MinutesContent): [string, string][] {
  const present = attendance.filter((one) => one.isPresent && !one.cameAt).length;
  return [
    [t('subject'), session.subject],
    [t('called'), longDateTime(session.plannedAt, 'uk')],
    [t('held'), longDateTime(session.openedAt!, 'uk')],
    [t('closed'), longDateTime(session.closedAt!, 'uk')],
    [t('place'), session.place],
    [t('quorum'), t('quorumText', { present, total: session.membersTotal, needed: session.quorumNeeded })],
  ];
}

function named(attendance: readonly Attendee[], isPresent: boolean): string[] {
  return attendance.filter((one) => one.isPresent === isPresent).map(withTimes);
}

/** «Рибалко Віталій Анатолійович – член комісії (на засіданні з 14:05)» */
function withTimes({ fullName, role, cameAt, leftAt }: Attendee): string {
  const times = [
    ...(cameAt ? [t('from', { time: kyivTime(cameAt).slice(0, 5) })] : []),
    ...(leftAt ? [t('until', { time: kyivTime(leftAt).slice(0, 5) })] : []),
  ];
  const note = times.length > 0 ? ` (${t('wasThere')} ${times.join(' ')})` : '';
  return `${fullName} – ${phrase('uk', `sessions:roles.${role}`)}${note}`;
}

function absentBlocks(attendance: readonly Attendee[]): PdfBlock[] {
  const absent = named(attendance, false);
  if (absent.length === 0) return [];
  return [
    { kind: 'heading', level: 1, text: t('absent') },
    { kind: 'list', ordered: true, items: absent },
  ];
}

function itemBlocks(content: MinutesContent, item: ItemRow): PdfBlock[] {
  const { session, attendance, ballots } = content;
  const said = sayings(
    ballots.filter((ballot) => ballot.itemId === item.id),
    attendance,
  );
  return [
    { kind: 'heading', level: 2, text: `${item.position}. ${item.title}` },
    { kind: 'paragraph', lead: t('proposed'), text: item.proposal },
    ...paragraphIf(t('stated'), content.stated.get(item.id) ?? []),
    ...paragraphIf(t('recused'), said.recused),
    ...paragraphIf(t('opinions'), said.opinions),
    { kind: 'paragraph', lead: t('voted'), text: t('votes', { ...countItem(session, attendance, ballots, item.id) }) },
    { kind: 'paragraph', lead: t('decided'), text: decision(item) },
  ];
}

/** What was adopted is said again, with its reason: a decision is read by itself. */
function decision({ result, proposal }: ItemRow): string {
  const words = phrase('uk', `sessions:results.${result}`);
  return result === 'adopted' ? `${words}. ${proposal}` : words;
}

const paragraphIf = (lead: string, lines: readonly string[]): PdfBlock[] =>
  lines.length > 0 ? [{ kind: 'paragraph', lead, text: lines.join('; ') }] : [];

/** Conflicts and own opinions, each with its name (rules 33, 52). */
function sayings(ballots: readonly Ballot[], attendance: readonly Attendee[]) {
  const names = new Map(attendance.map((one) => [one.personId, one.fullName]));
  const line = (ballot: Ballot) => `${names.get(ballot.personId)}: ${ballot.reason}`;
  const spoken = ballots.filter((ballot) => ballot.reason !== '');
  return {
    recused: spoken.filter((ballot) => ballot.vote === 'recused').map(line),
    opinions: spoken.filter((ballot) => ballot.vote !== 'recused').map(line),
  };
}

function signatureRow(signature: MinutesSignature) {
  return {
    position: phrase('uk', `sessions:roles.${signature.role}`),
    name: signature.signingName,
    mark: t('signedInSystem', { at: longDateTime(signature.signedAt, 'uk', true) }),
  };
}
