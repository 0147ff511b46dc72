import { Injectable } from '@nestjs/common';
import { scopesOf, type Context } from '#libs/platform/access';
import { kyivInstant } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { DeskSource, type DeskItem } from '#libs/identity';
import { AWARD } from '../model/agenda.js';
import { awardPaths } from '../paths.js';

interface Rated {
  id: string;
  organiserId: string;
  title: string;
  titleEn: string | null;
  decisionUntil: string | null;
  isUndecided: boolean;
  isInSession: boolean;
}

/** Rated competitions that wait for the officer (put the allocation before the commission) or the director (sign). */
@Implements(DeskSource)
@Injectable()
export class AwardDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const officerOf = scopesOf(ctx.actor, ['officer']);
    const directorOf = scopesOf(ctx.actor, ['director']);
    if (officerOf.length + directorOf.length === 0) return [];
    const competitions = await rated(reader, [...officerOf, ...directorOf]);
    return competitions.flatMap((one) => {
      const { id, organiserId, isUndecided, isInSession } = one;
      if (isUndecided && !isInSession && officerOf.includes(organiserId))
        return [item(ctx, one, 'allocate', awardPaths.allocation(id))];
      if (!isUndecided && directorOf.includes(organiserId)) return [item(ctx, one, 'order', awardPaths.order(id))];
      return [];
    });
  }
}

function rated(reader: Reader, organiserIds: readonly string[]): Promise<Rated[]> {
  return reader.rows(
    `select c.id, c.organiser_id as "organiserId", c.title, c.title_en as "titleEn",
            c.decision_until::text as "decisionUntil",
            exists (select from applications.v_application a
                     where a.competition_id = c.id and a.state = 'admitted'
                       and not exists (select from awards.allocation_line l where l.application_id = a.id)) as "isUndecided",
            exists (select from sessions.v_session s
                     where s.scope_id = c.id and s.kind = $2 and s.state not in ('signed', 'cancelled')) as "isInSession"
       from competitions.v_competition c
      where c.state = 'rated' and c.organiser_id = any($1) order by c.decision_until nulls last, c.id limit 50`,
    [organiserIds, AWARD],
  );
}

function item(ctx: Context, competition: Rated, todo: 'allocate' | 'order', href: string): DeskItem {
  return {
    title: phrase(ctx.lang, `awards:desk.${todo}`),
    context: (ctx.lang === 'en' && competition.titleEn) || competition.title,
    href,
    role: todo === 'order' ? 'director' : 'officer',
    dueAt: competition.decisionUntil === null ? null : kyivInstant(competition.decisionUntil, '23:59:59'),
  };
}
