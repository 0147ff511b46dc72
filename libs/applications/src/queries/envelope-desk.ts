import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { applicationPaths } from '../paths.js';

const ITEMS_MAX = 50;

interface Waiting {
  id: string;
  title: string;
  toType: number;
  toCheck: number;
}

/** For the officer after the opening: envelopes to type, and what others have typed to compare with the paper. */
@Implements(DeskSource)
@Injectable()
export class EnvelopeDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organisers = scopesOf(ctx.actor, ['officer']);
    if (organisers.length === 0) return [];
    const waiting = await reader.rows<Waiting>(
      `select c.id, c.title, count(*) filter (where e.state in ('sealed', 'typing'))::int as "toType",
              count(*) filter (where e.state = 'checking' and e.typed_by <> $2)::int as "toCheck"
         from competitions.v_competition c join applications.envelope e on e.competition_id = c.id
        where c.organiser_id = any($1) and c.state = 'admission' and e.state in ('sealed', 'typing', 'checking')
          and e.received_at <= c.closes_at
        group by c.id, c.title order by c.id limit ${ITEMS_MAX}`,
      [organisers, ctx.actor.personId],
    );
    return waiting.flatMap((one) => items(ctx, one));
  }
}

function items({ lang }: Context, { id, title, toType, toCheck }: Waiting): DeskItem[] {
  const item = (key: string, count: number, state: string): DeskItem => ({
    title: phrase(lang, `applications:desk.${key}`, { count }),
    href: `${applicationPaths.envelopes(id)}?state=${state}`,
    ...{ dueAt: null, context: title, role: 'officer' },
  });
  return [
    ...(toType > 0 ? [item('envelopesType', toType, 'sealed')] : []),
    ...(toCheck > 0 ? [item('envelopesCheck', toCheck, 'checking')] : []),
  ];
}
