import { noticeClocks } from '#libs/notifications';
import type { Reader } from '#libs/platform/database';
import type { Writing } from '../model/application.lifecycle.js';
import {
  MENDING_COLUMNS,
  MENDING_FROM,
  MENDING_NOTICE,
  NOT_TOLD,
  mendingTerm,
  type MendingRow,
  type MendingTerm,
} from '../model/mending.js';

export type Mending = MendingRow & { term: MendingTerm };

/** The mending of a proposal with its term as it runs now; null = it was never given back. */
export async function mendingOf(reader: Reader, applicationId: string): Promise<Mending | null> {
  const [found] = await withTerms(
    reader,
    await reader.rows<MendingRow>(`select ${MENDING_COLUMNS} ${MENDING_FROM} where m.application_id = $1`, [
      applicationId,
    ]),
  );
  return found ?? null;
}

/** What the lifecycle asks about it. */
export const mendingWindow = ({ flaws, term }: Mending): NonNullable<Writing['mending']> => ({
  parts: flaws.map(({ part }) => part),
  endsAt: term.endsAt,
});

/** More at once than any competition has given back. */
const OPEN_MAX = 2_000;

/** Every mending that somebody may still be writing, in competitions whose admission goes on. */
export async function openMendings(reader: Reader, lock = ''): Promise<Mending[]> {
  const rows = await reader.rows<MendingRow>(
    `select ${MENDING_COLUMNS} ${MENDING_FROM}
       join applications.application a on a.id = m.application_id
       join competitions.v_competition c on c.id = a.competition_id and c.state = 'admission'
      where m.state = 'open' order by m.returned_at, m.application_id limit ${OPEN_MAX} ${lock}`,
    [],
  );
  return withTerms(reader, rows);
}

async function withTerms(reader: Reader, rows: MendingRow[]): Promise<Mending[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ applicationId }) => applicationId);
  const clocks = await noticeClocks(reader, ids, [MENDING_NOTICE]);
  const startOf = new Map(clocks.map(({ aboutId, start }) => [aboutId, start]));
  return rows.map((row) => ({
    ...row,
    term: mendingTerm(row.workingDays, startOf.get(row.applicationId) ?? NOT_TOLD),
  }));
}
