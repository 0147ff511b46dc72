import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import { againstSource } from '../model/against-source.js';
import { planImport, type Change, type Outcome, type PlannedRow, type StandingEntry } from '../model/plan-import.js';
import { readRow, type FileRow, type Note, type ReadRow } from '../model/read-rows.js';
import { REGISTERS } from '../model/registers/index.js';
import { keyOf } from '../model/register.js';
import { choicesOf } from './register-words.js';
import type { ImportRow } from './read-import.js';

/** What was said about a row when it was applied. */
export interface StoredNotes {
  problems: Note[];
  warnings: Note[];
  changes: Change[];
}

type StoredRow = FileRow & { outcome: Outcome | null; notes: Partial<StoredNotes> | null };

/** What our own monitoring brought in had nothing said about it. */
const NOTHING_SAID: StoredNotes = { problems: [], warnings: [], changes: [] };

/** Row by row what will come of a preview, looking at what stands now; of an applied one what came of it. */
export async function planOfImport(reader: Reader, one: ImportRow): Promise<PlannedRow[]> {
  const register = REGISTERS[one.kind];
  const choices = choicesOf(register);
  const stored = await reader.rows<StoredRow>(
    'select number, cells, outcome, notes from registers.import_row where import_id = $1 order by number',
    [one.id],
  );
  const rows = stored.map((row) => readRow(register, choices, one.columns, row));
  if (one.state !== 'preview')
    return rows.map((row, index) => ({
      ...row,
      ...NOTHING_SAID,
      ...stored[index]!.notes,
      outcome: stored[index]!.outcome!,
      key: '',
      replacesId: null,
    }));
  const names = await namesOf(reader, rows);
  const compared = rows.map((row) => againstSource(register, row, one, names));
  const keys = compared.map(({ values }) => keyOf(register, values, one.competitionId));
  return planImport(register, compared, await standingEntries(reader, one, keys), one.competitionId);
}

/** EDRPOU -> how the system knows the organisation, of those that it knows. */
async function namesOf(reader: Reader, rows: readonly ReadRow[]): Promise<Map<string, string>> {
  const known = await reader.rows<{ edrpou: string; name: string }>(
    'select edrpou, name from identity.v_organisation where edrpou = any($1)',
    [rows.map(({ values }) => values.edrpou)],
  );
  return new Map(known.map(({ edrpou, name }) => [edrpou, name]));
}

type RawEntry = Omit<StandingEntry, 'amountKop'> & { amountKop: string | null };

async function standingEntries(
  reader: Reader,
  { organiserId, kind }: ImportRow,
  keys: readonly string[],
): Promise<Map<string, StandingEntry>> {
  const rows = await reader.rows<RawEntry>(
    `select id, key, edrpou, organisation_name as "organisationName", year, title, party, amount_kop as "amountKop",
            happened_on::text as "happenedOn", measure, note, legal_form as "legalForm",
            registered_on::text as "registeredOn", settlement, votes, points_hundredths as "pointsHundredths",
            place, outcome
       from registers.entry where organiser_id = $1 and kind = $2 and replaced_by is null and key = any($3)`,
    [organiserId, kind, keys],
  );
  return new Map(
    rows.map((row) => [row.key, { ...row, amountKop: row.amountKop === null ? null : toSafeInteger(row.amountKop) }]),
  );
}
