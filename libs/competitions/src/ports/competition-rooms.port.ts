import type { Context } from '#libs/platform/access';
import { Port } from '#libs/platform/ports';
import type { CompetitionRow } from '../model/competition.js';

/** A page of an upper lib about one competition. */
export interface Room {
  /** In the language of the context. */
  text: string;
  /** Without the language prefix. */
  href: string;
  /** What stands there now: «7 членів», «12 із 13 перевірено». */
  note?: string;
}

/** Port: the links of upper libs on the officer's overview of a competition; only those this actor may open. */
@Port('many')
export abstract class CompetitionRooms {
  abstract rooms(
    ctx: Context,
    competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId' | 'scoringMode'>,
  ): Promise<Room[]>;
}
