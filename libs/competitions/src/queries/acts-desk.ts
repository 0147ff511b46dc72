import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import type { ActKind } from '../model/act.js';
import { competitionPaths } from '../paths.js';

const ITEMS_MAX = 50;

/** Acts that wait for the director's confirmation. */
@Implements(DeskSource)
@Injectable()
export class ActsDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organisers = scopesOf(ctx.actor, ['director']);
    if (organisers.length === 0) return [];
    const rows = await reader.rows<{ competitionId: string; title: string; kind: ActKind }>(
      `select c.id as "competitionId", c.title, a.kind
         from competitions.act a join competitions.competition c on c.id = a.competition_id
        where a.state = 'prepared' and c.organiser_id = any($1) order by a.prepared_at limit ${ITEMS_MAX}`,
      [organisers],
    );
    return rows.map(({ competitionId, title, kind }) => ({
      title: phrase(ctx.lang, 'competitions:act.toConfirm', { act: phrase(ctx.lang, `competitions:act.kind.${kind}`) }),
      href: competitionPaths.acts(competitionId),
      dueAt: null,
      context: title,
    }));
  }
}
