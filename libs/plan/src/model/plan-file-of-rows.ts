import type { DraftRow, RowProblem } from './plan-rows.js';
import { LIMITS } from './limits.js';
import { grouped } from './grouped.js';
import { readDeadline } from './read-deadline.js';

export interface KnownParty {
  key: string;
  name: string;
  nameEn: string | null;
  officialText: string;
}

export interface PartyOfRow {
  key: string;
  name: string;
  text: string;
  byConsent: boolean;
}

const CONSENT = /\s*\(за згодою\)\s*$/u;
const bare = (words: string): string => words.toLowerCase().replace(/[\s\p{P}]+/gu, '');

/**
 * The parties of a cell: apart by commas outside of quotes and brackets, each with its own «за згодою». A party that an
 * earlier plan named keeps its key; a new one gets a key of its own.
 */
export function partiesOfCell(cell: string, known: readonly KnownParty[]): PartyOfRow[] {
  const parts = cell
    .split(/,(?![^«(]*[»)])/u)
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.map((part) => {
    const text = part.replace(CONSENT, '').trim();
    const same = known.find((one) => [one.officialText, one.name].some((words) => bare(words) === bare(text)));
    const key = same?.key ?? `party-${hashOf(bare(text))}`;
    return { key, name: same?.name ?? text, text, byConsent: CONSENT.test(part) };
  });
}

/** A short key that is the same for the same words. */
function hashOf(words: string): string {
  let hash = 7;
  for (const sign of words) hash = (hash * 31 + sign.codePointAt(0)!) % 2_147_483_647;
  return hash.toString(36);
}

/** What keeps the rows from being a plan. */
export function problemsOf(rows: readonly DraftRow[]): RowProblem[] {
  return rows.flatMap(({ number, directionNumber, title, deadlineText, parties }, index): RowProblem[] => {
    const checks: [boolean, RowProblem['code']][] = [
      [title === '', 'no-title'],
      [[title, deadlineText, parties].some((text) => text.length > LIMITS.planText), 'too-long'],
      [readDeadline(deadlineText) === null, 'deadline-unknown'],
      [parties.trim() === '', 'no-parties'],
      [!number.startsWith(`${directionNumber}.`), 'wrong-direction'],
      [rows.findIndex((row) => row.number === number) !== index, 'number-twice'],
    ];
    return checks.filter(([isWrong]) => isWrong).map(([, code]) => ({ where: number, code }));
  });
}

export interface Approval {
  title: string;
  approvedByPosition: string;
  approvedByName: string;
  approvedOn: string;
  signedByPosition: string;
  signedByName: string;
}

/** The rows as a plan file of `measures`. */
export function planFileOf(
  year: number,
  rows: readonly DraftRow[],
  approval: Approval,
  known: readonly KnownParty[],
): unknown {
  const parties = new Map<string, { key: string; name: string; nameEn?: string }>();
  const directions = [...grouped(rows, ({ directionNumber }) => directionNumber)].map(([number, own]) => ({
    number,
    title: own[0]!.directionTitle,
    measures: own.map((row) => ({
      ...{ number: row.number, title: row.title, deadline: readDeadline(row.deadlineText) },
      parties: partiesOfCell(row.parties, known).map(({ key, name, text, byConsent }) => {
        const nameEn = known.find((one) => one.key === key)?.nameEn;
        parties.set(key, { key, name, ...(nameEn && { nameEn }) });
        return { party: key, text, byConsent };
      }),
    })),
  }));
  return {
    ...{ year, title: approval.title },
    approval: { position: approval.approvedByPosition, name: approval.approvedByName, on: approval.approvedOn },
    signature: { position: approval.signedByPosition, name: approval.signedByName },
    ...{ parties: [...parties.values()], directions },
  };
}
