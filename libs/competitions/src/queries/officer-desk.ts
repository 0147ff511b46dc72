import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import { isInTime, kyivInstant } from '#libs/platform/clock';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import type { CompetitionState } from '../model/competition.js';
import { competitionPaths } from '../paths.js';

const ITEMS_MAX = 50;

interface Waiting {
  id: string;
  title: string;
  /** Run by the own authority; otherwise it helps by a joint order. */
  isOwn: boolean;
  state: CompetitionState;
  announcedOn: string | null;
  closesAt: Date | null;
  admissionUntil: string | null;
}

/** What waits for the officer, also of a co-organiser: drafts to finish, proposals to open, admission to end. */
@Implements(DeskSource)
@Injectable()
export class OfficerDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    const organisers = scopesOf(ctx.actor, ['officer']);
    if (organisers.length === 0) return [];
    const rows = await reader.rows<Waiting>(
      `select id, title, organiser_id = any($1) as "isOwn", state, announced_on::text as "announcedOn", closes_at as "closesAt",
              admission_until::text as "admissionUntil"
         from competitions.competition
        where (organiser_id = any($1) or co_organiser_id = any($1)) and state in ('draft', 'announced', 'admission') order by id desc limit ${ITEMS_MAX}`,
      [organisers],
    );
    return rows.flatMap((row) => item(ctx, row));
  }
}

function item(ctx: Context, row: Waiting): DeskItem[] {
  const { title, dueAt } = todo(ctx.now, row) ?? {};
  if (title === undefined) return [];
  return [
    {
      title: phrase(ctx.lang, `competitions:desk.${title}`),
      href: competitionPaths.overview(row.id),
      dueAt: dueAt ?? null,
      context: row.title,
      role: 'officer',
    },
  ];
}

function todo(now: Date, row: Waiting): { title: string; dueAt: Date | null } | null {
  if (row.state === 'draft') return { title: 'draft', dueAt: endOf(row.announcedOn) };
  // Nothing to do while proposals come in (rule 16).
  if (row.state === 'announced' && row.closesAt && isInTime(now, row.closesAt)) return null;
  // Opening is for the organiser alone: see access/works-for.ts.
  if (row.state === 'announced') return row.isOwn ? { title: 'open-proposals', dueAt: row.closesAt } : null;
  return { title: 'admission', dueAt: endOf(row.admissionUntil) };
}

const endOf = (day: string | null): Date | null => (day === null ? null : kyivInstant(day, '23:59:59'));
