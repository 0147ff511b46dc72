import type { Context } from '#libs/platform/access';
import { Port } from '#libs/platform/ports';
import type { CompetitionRow } from '../model/competition.js';
import type { Room } from './competition-rooms.port.js';

/** Port: what upper libs offer everybody beside an announcement: questions and answers, a subscription. */
@Port('many')
export abstract class AnnouncementAsides {
  abstract asides(ctx: Context, competition: CompetitionRow): Promise<Room[]>;
}
