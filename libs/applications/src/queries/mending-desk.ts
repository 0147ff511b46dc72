import { Injectable } from '@nestjs/common';
import { DeskSource, type DeskItem } from '#libs/identity';
import { scopesOf, type Context } from '#libs/platform/access';
import type { Reader } from '#libs/platform/database';
import { phrase } from '#libs/platform/phrases';
import { Implements } from '#libs/platform/ports';
import { applicationPaths } from '../paths.js';
import { mendingOf } from './mending.js';

const ITEMS_MAX = 20;

interface Row {
  id: string;
  competitionId: string;
  code: string;
  title: string;
  competition: string;
}

/** For applicants: what was given back, by its last day. For the officer: what came back and waits for the re-check. */
@Implements(DeskSource)
@Injectable()
export class MendingDesk implements DeskSource {
  async items(ctx: Context, reader: Reader): Promise<DeskItem[]> {
    return [...(await toMend(ctx, reader)), ...(await toCheck(ctx, reader))];
  }
}

const waiting = (reader: Reader, scope: string, state: string, scopes: readonly string[]): Promise<Row[]> =>
  reader.rows<Row>(
    `select a.id, a.competition_id as "competitionId", a.register_code as code, a.title, c.title as competition
       from applications.mending m
       join applications.application a on a.id = m.application_id and a.state = 'submitted'
       join competitions.v_competition c on c.id = a.competition_id and c.state = 'admission'
      where m.state = $2 and ${scope} = any($1) order by m.returned_at, a.id limit ${ITEMS_MAX}`,
    [scopes, state],
  );

async function toMend(ctx: Context, reader: Reader): Promise<DeskItem[]> {
  const organisations = scopesOf(ctx.actor, ['applicant']);
  if (organisations.length === 0) return [];
  const items: DeskItem[] = [];
  for (const { id, title, competition } of await waiting(reader, 'a.organisation_id', 'open', organisations)) {
    const dueAt = (await mendingOf(reader, id))!.term.endsAt;
    items.push({
      title: phrase(ctx.lang, 'applications:desk.mend', { title }),
      ...{ href: applicationPaths.show(id), dueAt, context: competition, role: 'applicant' },
    });
  }
  return items;
}

async function toCheck(ctx: Context, reader: Reader): Promise<DeskItem[]> {
  const organisers = scopesOf(ctx.actor, ['officer']);
  if (organisers.length === 0) return [];
  const rows = await waiting(reader, 'c.organiser_id', 'sent', organisers);
  return rows.map(({ id, competitionId, code, competition }) => ({
    title: phrase(ctx.lang, 'applications:desk.mended', { code }),
    ...{ href: applicationPaths.admissionOf(competitionId, id), dueAt: null, context: competition, role: 'officer' },
  }));
}
