import { Injectable } from '@nestjs/common';
import type { CompetitionRow, CompetitionSettings, Room } from '#libs/competitions';
import { RatingAsides } from '#libs/evaluation';
import type { Context } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { weighingPolicy } from '../access/weighing.policy.js';
import { awardPaths } from '../paths.js';

/** The way from the rating to its check. */
@Implements(RatingAsides)
@Injectable()
export class WeighingAside implements RatingAsides {
  asides(ctx: Context, competition: CompetitionSettings): Room[] {
    return weighingRoom(ctx, competition);
  }
}

export function weighingRoom(
  ctx: Context,
  competition: Pick<CompetitionRow, 'id' | 'state' | 'organiserId' | 'coOrganiserId'>,
): Room[] {
  if (!weighingPolicy.see.allows(ctx.actor, competition)) return [];
  return [{ text: phrase(ctx.lang, 'awards:rooms.weighing'), href: awardPaths.weighing(competition.id) }];
}
