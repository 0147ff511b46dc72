import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { applicationPaths } from '../paths.js';

const ITEMS_MAX = 20;

/** For the officer: what the commission wants checked before the scoring (rule 39). */
@Implements(DeskSource)
@Injectable()
export class TruthCheckDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organisers = scopesOf(ctx.actor, ['officer']);
    if (organisers.length === 0) return [];
    const rows = await reader.rows<{ id: string; code: string; competition: string }>(
      `select a.id, a.register_code as code, c.title as competition
         from applications.truth_check t
         join applications.application a on a.id = t.application_id and a.state in ('submitted', 'admitted')
         join competitions.v_competition c on c.id = a.competition_id and c.state = 'admission'
        where t.result is null and (c.organiser_id = any($1) or c.co_organiser_id = any($1))
        order by t.id limit ${ITEMS_MAX}`,
      [organisers],
    );
    return rows.map(({ id, code, competition }) => ({
      title: phrase(ctx.lang, 'applications:desk.truthCheck', { code }),
      ...{ href: applicationPaths.truthChecks(id), dueAt: null, context: competition, role: 'officer' },
    }));
  }
}
