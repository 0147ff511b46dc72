import type { World } from './world.js';

/** How many more there are of each row. */
export const COPIES = 30;

const own = (name: string): string => `'${name}', md5(t.${name}::text || n)::uuid`;
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

/** Thirty more of everything that pages list: in the same competitions, of the same authorities and people, and besides. */
export async function crowd(world: World): Promise<void> {
  for (const [table, changes] of Object.entries(ROWS))
    await world.rows(
      `insert into ${table}
       select made.* from ${table} t cross join generate_series(1, ${COPIES}) as copy (n)
        cross join lateral jsonb_populate_record(t, jsonb_build_object(${changes.join(', ')})) made`,
    );
}
