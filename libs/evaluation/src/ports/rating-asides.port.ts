import type { CompetitionSettings, Room } from '#libs/competitions';
import type { Context } from '#libs/platform/access';
import { Port } from '#libs/platform/ports';

/** Port: links of upper libs beside the rating, for the commission and the staff; only those this actor may open. */
@Port('many')
export abstract class RatingAsides {
  abstract asides(ctx: Context, competition: CompetitionSettings): Room[];
}
