import { ownColumns } from './columns.js';
import type { World } from './world.js';

/** How many more there are of each row. */
export const COPIES = 30;

const own = (name: string): string => `'${name}', md5(t.${name}::text || n)::uuid`;
const other = (name: string): string => `'${name}', md5('other' || t.${name}::text || n)::uuid`;
const numbered = (name: string): string => `'${name}', t.${name} || '-' || n`;

/** Table -> what a copy has of its own. What points at a copied row goes along under the same new id. */
const ROWS: Record<string, string[]> = {
  'identity.person': [own('id'), `'email', n || t.email`],
  'identity.organiser': [own('id'), numbered('slug')],
  'identity.organisation': [own('id'), `'edrpou', (t.edrpou::int + n * 100000)::text`],
  'identity.claim': [own('id'), own('person_id')],
  'measures.measure': [own('id'), numbered('number'), `'position', t.position + n`],
  'competitions.competition': [own('id'), numbered('code')],
  'applications.application': [own('id'), numbered('register_code')],
  'evaluation.assignment': [own('id'), own('application_id'), `'position', t.position + n`],
  'evaluation.conflict_declaration': [own('application_id')],
  'evaluation.rating_row': [own('application_id'), `'place', t.place + n * 1000`],
  'awards.allocation_line': [own('application_id'), `'place', t.place + n * 1000`],
  'awards.award': [own('id'), own('application_id')],
  'awards.result_part': [own('id'), own('competition_id')],
  'announcements.inquiry': [own('id'), `'number', t.number + n * 1000`],
  'notifications.clock': [own('id'), own('cause')],
  'notifications.message': [own('id'), own('clock_id'), numbered('message_id'), numbered('once_key')],
};

/** Of the copied competitions and people: what a list finds by its index is a part of the table, not all of it. */
const OF_OTHERS: Record<string, string[]> = {
  'applications.application': [other('id'), own('competition_id'), `'register_code', t.register_code || '/' || n`],
  'notifications.message': [
    ...[other('id'), own('to_person_id'), `'clock_id', null`],
    ...[`'message_id', t.message_id || '/' || n`, `'once_key', t.once_key || '/' || n`],
  ],
};

/** Thirty more of everything that pages list: in the same competitions, of the same authorities and people, and besides. */
export async function crowd(world: World): Promise<void> {
  const originals = await idsOf(world);
  for (const [table, changes] of Object.entries(ROWS)) await copy(world, table, changes);
  for (const [table, changes] of Object.entries(OF_OTHERS)) await copy(world, table, changes, originals[table]);
  // Else a plan depends on whether autovacuum has been here.
  await world.rows('analyze');
}

/** What is copied a second time: the rows that were there at first. */
async function idsOf(world: World): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of Object.keys(OF_OTHERS))
    found[table] = (await world.rows<{ id: string }>(`select id from ${table}`)).map(({ id }) => id);
  return found;
}

async function copy(world: World, table: string, changes: string[], of: string[] | null = null): Promise<void> {
  const columns = await ownColumns(world, table);
  await world.rows(
    `insert into ${table} (${columns.join(', ')})
     select ${columns.map((name) => `made.${name}`).join(', ')} from ${table} t cross join generate_series(1, ${COPIES}) as copy (n)
      cross join lateral jsonb_populate_record(t, jsonb_build_object(${changes.join(', ')})) made
      where ${of ? 't.id = any($1)' : 'true'}`,
    of ? [of] : [],
  );
}
