import { Injectable } from '@nestjs/common';
import type { Context } from '#libs/platform/access';
import { demand, scopesOf } from '#libs/platform/access';
import { kyivDay, shortDate } from '#libs/platform/clock';
import { Database } from '#libs/platform/database';
import { NotFound } from '#libs/platform/errors';
import { phrase } from '#libs/platform/phrases';
import { changedSlots, reasonInWords, slotWording, ukrainianCalendar } from '#libs/terms';
import { competitionPolicy } from '../access/competition.policy.js';
import { nextCalendar, type MovedDate } from '../model/next-calendar.js';
import type { CompetitionSettings } from '../model/settings.js';
import { competitionPaths } from '../paths.js';
import { competitionById, competitionSettings } from './read-competition.js';

const SOURCES_MAX = 50;

export interface LastYear {
  competition: CompetitionSettings;
  source: { title: string; href: string };
  rules: { name: string; was: string; is: string; source: string; href: string }[];
  dates: { name: string; was: string; is: string; why: string | null }[];
}

/** What a copied draft says otherwise than the competition it was copied from. */
@Injectable()
export class ReadLastYear {
  constructor(private readonly db: Database) {}

  /** @throws NotFound when it was not copied */
  async execute(ctx: Context, id: string): Promise<LastYear> {
    const competition = await competitionSettings(this.db, id);
    demand(competitionPolicy, 'edit', ctx.actor, competition);
    if (competition.copiedFromId === null) throw new NotFound();
    const last = await competitionSettings(this.db, competition.copiedFromId);
    return {
      competition,
      source: { title: last.title, href: competitionPaths.overview(last.id) },
      rules: rulesCompared(ctx, last, competition),
      dates: datesCompared(ctx, last, competition),
    };
  }

  /** What the actor's authorities have announced so far, the newest first. */
  async sources(ctx: Context): Promise<{ id: string; title: string; code: string | null }[]> {
    return this.db.rows(
      `select id, title, code from competitions.competition
        where organiser_id = any($1) and not is_rehearsal and state <> 'draft' order by created_at desc, id limit ${SOURCES_MAX}`,
      [scopesOf(ctx.actor, ['officer'])],
    );
  }

  /** The one to copy, with what its copy is called and when it would be announced. */
  async source(ctx: Context, id: string) {
    const last = await competitionById(this.db, id);
    demand(competitionPolicy, 'copy', ctx.actor, last);
    if (last.isRehearsal) throw new NotFound();
    return last;
  }
}

function rulesCompared({ lang }: Context, last: CompetitionSettings, next: CompetitionSettings): LastYear['rules'] {
  if (!last.ruleSet || !next.ruleSet) return [];
  return changedSlots(last.ruleSet, next.ruleSet).map((key) => {
    const [was, is] = [slotWording(last.ruleSet!.slots[key], lang), slotWording(next.ruleSet!.slots[key], lang)];
    return {
      name: is.name,
      was: was.value,
      is: is.value,
      source: is.source,
      href: competitionPaths.slot(next.id, key),
    };
  });
}

function datesCompared({ lang }: Context, last: CompetitionSettings, next: CompetitionSettings): LastYear['dates'] {
  if (next.announcedOn === null || next.budgetYear === null) return [];
  const move = { announcedOn: next.announcedOn, budgetYear: next.budgetYear };
  return nextCalendar(last, move, ukrainianCalendar()).flatMap((moved) => {
    const value = next[moved.key];
    if (value === null) return [];
    const is = value instanceof Date ? kyivDay(value) : value;
    const name = phrase(lang, `competitions:field.${moved.key}`);
    return [
      { name, was: shortDate(moved.was), is: shortDate(is), why: is === moved.becomes ? whyOf(moved, lang) : null },
    ];
  });
}

const whyOf = ({ off }: MovedDate, lang: Context['lang']): string | null =>
  off && phrase(lang, 'competitions:copy.movedBecause', { reason: reasonInWords(off, lang) });
