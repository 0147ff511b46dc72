import type { PdfBlock, PdfModel } from '#libs/documents';
import { longDateTime } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import type { Attendee, Ballot, ItemRow, SessionRow } from './session.js';
import { countVotes } from './voting.js';

export interface MinutesSignature {
  role: string;
  signingName: string;
  signedAt: Date;
}

export interface MinutesContent {
  session: SessionRow;
  items: readonly ItemRow[];
  attendance: readonly Attendee[];
  ballots: readonly Ballot[];
  signatures: readonly MinutesSignature[];
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
      ...content.items.flatMap((item) => itemBlocks(content, item)),
      { kind: 'signatures', rows: content.signatures.map(signatureRow) },
    ],
  };
}

function opening({ session, attendance }: MinutesContent): [string, string][] {
  const present = attendance.filter((one) => one.isPresent).length;
  return [
    [t('subject'), session.subject],
    [t('held'), longDateTime(session.openedAt!, 'uk')],
    [t('place'), session.place],
    [t('quorum'), t('quorumText', { present, total: session.membersTotal, needed: session.quorumNeeded })],
  ];
}

function named(attendance: readonly Attendee[], isPresent: boolean): string[] {
  return attendance
    .filter((one) => one.isPresent === isPresent)
    .map((one) => `${one.fullName} – ${phrase('uk', `sessions:roles.${one.role}`)}`);
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
  const { session, attendance } = content;
  const ballots = content.ballots.filter((ballot) => ballot.itemId === item.id);
  const presentIds = attendance.filter((one) => one.isPresent).map((one) => one.personId);
  const count = countVotes(
    session.procedure,
    { membersTotal: session.membersTotal!, presentIds, chairId: null },
    ballots,
  );
  const recused = ballots
    .filter((ballot) => ballot.vote === 'recused')
    .map((ballot) => `${attendance.find((one) => one.personId === ballot.personId)?.fullName}: ${ballot.reason}`);
  return [
    { kind: 'heading', level: 2, text: `${item.position}. ${item.title}` },
    { kind: 'paragraph', lead: t('proposed'), text: item.proposal },
    ...(recused.length > 0 ? [{ kind: 'paragraph', lead: t('recused'), text: recused.join('; ') } as const] : []),
    { kind: 'paragraph', lead: t('voted'), text: t('votes', { ...count }) },
    { kind: 'paragraph', lead: t('decided'), text: phrase('uk', `sessions:results.${item.result}`) },
  ];
}

function signatureRow(signature: MinutesSignature) {
  return {
    position: phrase('uk', `sessions:roles.${signature.role}`),
    name: signature.signingName,
    mark: t('signedInSystem', { at: longDateTime(signature.signedAt, 'uk', true) }),
  };
}
