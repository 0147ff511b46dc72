import pg from 'pg';

/** The competition of the demo world that is copied: 71 proposals with everything that belongs to them. */
const MODEL = '1.1-2020';
const SCHEMAS = ['identity', 'competitions', 'applications', 'evaluation', 'sessions', 'awards', 'documents', 'facts'];
/** What has no place in a copy: sessions of browsers, secrets, counters, and what is still owed to the worker. */
const LEFT_OUT = [
  'identity.session',
  'identity.one_time_token',
  'identity.attempt',
  'documents.number_series',
  'facts.delivery',
];

/**
 * Multiplies last year's competition of the demo world inside the database: each copy has its own organisations, people,
 * proposals, budgets, sheets, rating, awards, documents and facts, under ids that follow from the old id and the number
 * of the copy, so that the large world is the same every time. Letters are copied by their person.
 * @param {string} url of a superuser: triggers and foreign keys rest while the rows go in
 * @param {number} copies
 */
export async function makeLargeWorld(url, copies) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local session_replication_role = replica');
    await client.query('create temp table mine (id uuid primary key) on commit drop');
    const tables = await describeTables(client);
    await collect(client, tables);
    for (const table of tables) await copy(client, table, copies);
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

async function describeTables(client) {
  const { rows } = await client.query(
    `select c.table_schema || '.' || c.table_name as name,
            json_agg(json_build_object('name', c.column_name, 'type', c.data_type) order by c.ordinal_position) as columns
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema = any($1) and c.is_generated = 'NEVER'
      group by 1 order by 1`,
    [[...SCHEMAS, 'notifications']],
  );
  return rows.filter(({ name }) => !LEFT_OUT.includes(name));
}

/** Ids of the model: the competition, what points at it step by step, and its organisations and people. */
async function collect(client, tables) {
  await client.query(`insert into mine select id from competitions.competition where code = $1`, [MODEL]);
  for (let found = 1; found > 0;) {
    found = 0;
    for (const { name, columns } of tables.filter(hasId)) {
      if (name.startsWith('identity.') && name !== 'identity.role_grant') continue;
      const { rowCount } = await client.query(
        `insert into mine select id from ${name} t where ${belongs(columns)} on conflict do nothing`,
      );
      found += rowCount;
    }
  }
  await client.query(`
    insert into mine select organisation_id from applications.application where id in (select id from mine)
      on conflict do nothing;
    insert into mine select id from identity.role_grant where scope_id in (select id from mine) on conflict do nothing;
    insert into mine select person_id from identity.role_grant where id in (select id from mine) on conflict do nothing`);
}

const hasId = ({ columns }) => columns.some(({ name }) => name === 'id');
const uuidsOf = (columns) => columns.filter(({ type }) => type === 'uuid').map(({ name }) => name);
const belongs = (columns) =>
  uuidsOf(columns)
    .map((name) => `t.${name} in (select id from mine)`)
    .join(' or ') || 'false';

/** Which rows of a table go along. */
function condition({ name, columns }) {
  if (name === 'notifications.message') return 't.to_person_id in (select id from mine)';
  return hasId({ columns }) ? 't.id in (select id from mine)' : belongs(columns);
}

async function copy(client, table, copies) {
  if (
    (table.name.startsWith('notifications.') && table.name !== 'notifications.message') ||
    uuidsOf(table.columns).length === 0
  )
    return;
  const names = table.columns.map(({ name }) => name);
  const values = table.columns.map((column) => value(table.name, column));
  await client.query(
    `insert into ${table.name} (${names.join(', ')})
     select ${values.join(', ')} from ${table.name} t cross join generate_series(1, ${copies}) as copy (n)
      where ${condition(table)} on conflict do nothing`,
  );
}

/** Ids of the model get an id of the copy; all others (authority, measure, staff) stay as they are. */
function value(table, { name, type }) {
  const at = `t.${name}`;
  const own = OWN[`${table}.${name}`];
  if (own) return own;
  if (type !== 'uuid') return at;
  const isKey = name === 'id' ? 'true' : `${at} in (select id from mine)`;
  return `case when ${isKey} then md5(${at}::text || n)::uuid else ${at} end`;
}

/** Values that must be somebody's own. */
const OWN = {
  'identity.person.email': `'copy' || n || '.' || t.email`,
  'identity.organisation.edrpou': `lpad((70000000 + (('x' || substr(md5(t.id::text || n), 1, 7))::bit(28)::int % 29999999))::text, 8, '0')`,
  'competitions.competition.code': `t.code || '-' || n`,
  'competitions.competition.title': `t.title || ', випуск ' || n`,
  'applications.application.register_code': `replace(t.register_code, '${MODEL}', '${MODEL}-' || n)`,
  'notifications.message.once_key': `case when t.once_key is null then null else t.once_key || ':' || n end`,
};
