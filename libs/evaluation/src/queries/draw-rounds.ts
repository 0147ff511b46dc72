import type { CompetitionSettings } from '#libs/competitions';
import type { Reader } from '#libs/platform/database';
import { lotRanks, sha256Hex } from '../model/lot.js';
import { ratingRulesOf, type RatingRules } from '../model/rating.js';

export type DrawState = 'commitments' | 'secrets' | 'drawn' | 'void';

export interface DrawParty {
  personId: string;
  fullName: string;
  role: string;
  position: number;
  commitment: string;
  committedAt: Date;
  /** Null until it is opened. */
  secret: string | null;
  revealedAt: Date | null;
}

/** One round of a draw of lots with its steps. */
export interface DrawRound {
  id: string;
  round: number;
  state: DrawState;
  codes: string[];
  /** Opened with the results. */
  listSalt: string;
  openedAt: Date;
  secretsFrom: Date | null;
  secretsUntil: Date | null;
  closedAt: Date | null;
  parties: DrawParty[];
}

/** Every round in its order; the last one may be under way. */
export async function drawRounds(reader: Reader, competitionId: string): Promise<DrawRound[]> {
  const rounds = await reader.rows<Omit<DrawRound, 'parties'>>(
    `select id, round, state, codes, list_salt as "listSalt", opened_at as "openedAt", secrets_from as "secretsFrom", secrets_until as "secretsUntil",
            closed_at as "closedAt" from evaluation.draw where competition_id = $1 order by round`,
    [competitionId],
  );
  if (rounds.length === 0) return [];
  const parties = await reader.rows<DrawParty & { drawId: string }>(
    `select p.draw_id as "drawId", p.person_id as "personId", one.full_name as "fullName", p.role, p.position, p.commitment,
            p.committed_at as "committedAt", p.secret, p.revealed_at as "revealedAt"
       from evaluation.draw_party p join identity.v_person one on one.id = p.person_id
      where p.draw_id = any($1) order by p.position`,
    [rounds.map(({ id }) => id)],
  );
  return rounds.map((round) => ({ ...round, parties: parties.filter(({ drawId }) => drawId === round.id) }));
}

/** What a finished round gives the proposals, by register code; null before it is finished. */
export function ranksIn({ state, codes, parties }: DrawRound): Map<string, string> | null {
  if (state !== 'drawn') return null;
  return lotRanks(
    parties.map(({ secret }) => secret!),
    codes,
  );
}

/** What stands for the list of proposals until the results are public; salted, so that a short one is not guessed. */
export const listHash = ({ listSalt, codes }: Pick<DrawRound, 'listSalt' | 'codes'>): string =>
  sha256Hex([listSalt, ...codes].join('\n'));

/** The rules of the rating, with what was drawn. */
export const ratingRules = async (reader: Reader, settings: CompetitionSettings): Promise<RatingRules> =>
  rulesAfter(settings, await drawRounds(reader, settings.id));

export function rulesAfter(settings: CompetitionSettings, rounds: readonly DrawRound[]): RatingRules {
  const last = rounds.at(-1);
  const lot = last && ranksIn(last);
  return { ...ratingRulesOf(settings), ...(lot && { lot }) };
}
