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
  kind: 'draft' | 'withdrawn' | 'changed' | 'admitted' | 'refused';
  competition: string;
  closesAt: Date | null;
}

/** For applicants: what is not sent yet, by the closing date, and what was decided while the competition goes on. */
@Implements(DeskSource)
@Injectable()
export class ApplicationDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organisations = scopesOf(ctx.actor, ['applicant']);
    if (organisations.length === 0) return [];
    const waiting = await reader.rows<Waiting>(
      `select a.id, a.title, c.title as competition, c.closes_at as "closesAt",
              case when a.state = 'submitted' then 'changed' else a.state end as kind
         from applications.application a join competitions.v_competition c on c.id = a.competition_id
        where a.organisation_id = any($1)
          and case when a.state in ('admitted', 'refused') then c.state in ('admission', 'scoring', 'rated')
                   else c.state = 'announced' and c.closes_at >= $2
                        and (a.state <> 'submitted' or a.version <> a.submitted_version) end
        order by c.closes_at, a.id limit ${ITEMS_MAX}`,
      [organisations, ctx.now],
    );
    return waiting.map((one) => item(ctx, one));
  }
}

function item({ lang }: Context, { id, title, kind, competition, closesAt }: Waiting): DeskItem {
  const isDecided = kind === 'admitted' || kind === 'refused';
  const name = title || phrase(lang, 'applications:untitled');
  return {
    title: phrase(lang, `applications:desk.${kind}`, { title: name }),
    href: applicationPaths.show(id),
    dueAt: isDecided ? null : closesAt,
    context: competition,
    role: 'applicant',
  };
}
