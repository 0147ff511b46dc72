import { directorAwards, type CompetitionRow } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import { sessionsOf, type SessionListRow } from '#libs/sessions';
import { NEXT_AWARD } from '../model/agenda.js';
import { isUnfinished } from '../model/award-session.js';
import { nextOnes, offersNext, type NextOnes } from '../model/next-in-rating.js';
import type { Allocation } from '../model/allocation.js';
import { potRulesOf, readAllocation } from './read-allocation.js';

/** A decision about the next one that waits for the additional order. */
export interface AdoptedNext {
  applicationId: string;
  amountKop: number;
  askedKop: number;
}

export interface NextState extends NextOnes {
  rows: Allocation['rows'];
  /** By minutes, and not ordered yet. */
  adopted: AdoptedNext[];
  sessions: SessionListRow[];
  isByDirector: boolean;
  /** Null when the next one can be offered now; else the code of the reason why not. */
  reason: string | null;
}

/** Where the offering to the next in the rating stands (rule 50). */
export async function nextState(reader: Reader, competition: CompetitionRow): Promise<NextState> {
  const allocation = await readAllocation(reader, competition);
  const pot = await reader.one<{ awardedKop: string }>(
    'select awarded_kop as "awardedKop" from awards.pot where competition_id = $1',
    [competition.id],
  );
  const adopted = await adoptedNext(reader, competition.id);
  const sessions = await sessionsOf(reader, competition.id, NEXT_AWARD);
  const next = nextOnes(potRulesOf(competition), allocation, toSafeInteger(pot?.awardedKop ?? 0));
  const hasRefusal = allocation.rows.some(({ award }) => award?.state === 'refused');
  const state = { ...next, adopted, sessions, rows: allocation.rows, isByDirector: directorAwards(competition) };
  return { ...state, reason: whyNotNext(competition, state, hasRefusal) };
}

function whyNotNext(
  competition: CompetitionRow,
  { lines, adopted, sessions }: Omit<NextState, 'reason'>,
  hasRefusal: boolean,
): string | null {
  if (competition.state !== 'decided') return 'awards.not-decided';
  if (!offersNext(competition)) return 'awards.no-substitution';
  if (!hasRefusal) return 'awards.nothing-freed';
  if (sessions.some(isUnfinished)) return 'awards.session-unfinished';
  if (adopted.length > 0) return 'awards.next-unordered';
  return lines.length === 0 ? 'awards.nobody-next' : null;
}

async function adoptedNext(reader: Reader, competitionId: string): Promise<AdoptedNext[]> {
  const rows = await reader.rows<Record<'applicationId' | 'amountKop' | 'askedKop', string>>(
    `select application_id as "applicationId", amount_kop as "amountKop", asked_kop as "askedKop" from awards.next_line
      where competition_id = $1 and outcome = 'funded' and order_id is null order by place`,
    [competitionId],
  );
  return rows.map(({ applicationId, amountKop, askedKop }) => ({
    ...{ applicationId, amountKop: toSafeInteger(amountKop), askedKop: toSafeInteger(askedKop) },
  }));
}
