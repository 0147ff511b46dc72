import type { CompetitionRow } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { toSafeInteger } from '#libs/platform/money';
import { nextState } from './next-state.js';

/** A competition linked to another one by rule 51. */
export interface LinkedCompetition {
  id: string;
  /** Null while it is a draft. */
  code: string | null;
  title: string;
  titleEn: string | null;
}

export interface AdditionalState {
  undistributedKop: number;
  /** Null when an additional competition can be opened; else the code of the reason why not. */
  reason: string | null;
  additional: LinkedCompetition | null;
}

const LINKED = 'c.id, c.code, c.title, c.title_en as "titleEn"';

/** The additional competition of a first one; drafts too. */
export async function additionalTo(reader: Reader, firstId: string): Promise<LinkedCompetition | null> {
  const found = await reader.one<LinkedCompetition>(
    `select ${LINKED} from awards.additional_competition l join competitions.v_competition c on c.id = l.competition_id
      where l.first_id = $1`,
    [firstId],
  );
  return found ?? null;
}

/** The first competition of an additional one. */
export async function firstOf(reader: Reader, additionalId: string): Promise<LinkedCompetition | null> {
  const found = await reader.one<LinkedCompetition>(
    `select ${LINKED} from awards.additional_competition l join competitions.v_competition c on c.id = l.first_id
      where l.competition_id = $1`,
    [additionalId],
  );
  return found ?? null;
}

/** rule 51: undistributed money, and whether an additional competition may be opened for it. */
export async function additionalState(reader: Reader, first: CompetitionRow): Promise<AdditionalState> {
  const pot = await reader.one<{ leftKop: string }>(
    'select pot_kop - awarded_kop as "leftKop" from awards.pot where competition_id = $1',
    [first.id],
  );
  const undistributedKop = toSafeInteger(pot?.leftKop ?? first.potKop ?? 0);
  const additional = await additionalTo(reader, first.id);
  const state = { undistributedKop, additional };
  return { ...state, reason: await whyNone(reader, first, state) };
}

async function whyNone(
  reader: Reader,
  first: CompetitionRow,
  { undistributedKop, additional }: Omit<AdditionalState, 'reason'>,
): Promise<string | null> {
  if (first.state !== 'decided') return 'awards.not-decided';
  if (first.ruleSet?.slots.additionalCompetition?.value !== true) return 'awards.no-additional';
  if (additional) return 'awards.additional-exists';
  if (undistributedKop === 0) return 'awards.nothing-left';
  // Whoever is next in the rating comes first.
  const next = await nextState(reader, first);
  return next.reason === null || next.adopted.length > 0 ? 'awards.next-first' : null;
}
