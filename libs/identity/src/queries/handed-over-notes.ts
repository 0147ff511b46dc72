import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { shortDate } from '#libs/platform/clock';
import { RefusalNotes, type RefusalNote } from '#libs/platform/http';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { identityPaths } from '../paths.js';
import { Substitutions } from './substitutions.js';

/** Who handed a power over is told, where it is missing, who has it now, until when and by which act. */
@Implements(RefusalNotes)
@Injectable()
export class HandedOverNotes implements RefusalNotes {
  constructor(private readonly substitutions: Substitutions) {}

  async of(ctx: Context): Promise<RefusalNote[]> {
    const all = await this.substitutions.mine(ctx);
    return all
      .filter(({ isAway, isToday }) => isAway && isToday)
      .map((one) => ({
        text: phrase(ctx.lang, 'identity:substitution.away', {
          ...{ substitute: one.substituteName, position: one.position, number: one.actNumber },
          ...{ from: shortDate(one.fromOn), until: shortDate(one.untilOn), date: shortDate(one.actOn) },
        }),
        way: { href: identityPaths.endSubstitution(one.id), text: phrase(ctx.lang, 'identity:substitution.end') },
      }));
  }
}
