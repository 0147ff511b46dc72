import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

/** How many more there are of each authority with its plan: a page of them is full. */
const AUTHORITIES = 24;
/** So many of the first copies, and then every third one, stay with the first authorities: their lists fill a page. */
const NEAR = 30;
/** Decided competitions go back over so many years. */
const YEARS = 6;
const PLAN = [
  'identity.organiser',
  'measures.plan',
  'measures.direction',
  'measures.measure',
  'measures.measure_party',
];
/** What has no place in a copy: sessions of browsers, secrets, counters, and what is still owed to the worker. */
const LEFT_OUT = [
  'identity.session',
  'identity.one_time_token',
  'identity.attempt',
  'documents.number_series',
  'facts.delivery',
  // A statement of the treasury is of a day, not of a competition.
  'contracts.statement',
  'contracts.statement_row',
];
const SCHEMAS = [
  ...['identity', 'measures', 'events', 'competitions', 'applications', 'evaluation', 'sessions', 'awards'],
  ...['contracts', 'monitoring', 'announcements', 'documents', 'notifications', 'facts'],
];

/**
 * Multiplies the demo world inside the database, by COPY from one connection to another: first the authorities with
 * their plans, then the events, then each competition with organisations, people, proposals, budgets, files, sheets,
 * rating, awards, contracts, payments, reports, documents, notices and facts of its own. Ids follow from the old id and the number of the copy, so that a world
 * is the same every time.
 * @param {string} url of a superuser: triggers and foreign keys rest while the rows go in
 * @param {{ decided: number, going: number }} copies of each competition that is decided, and of each other one
 */
export async function multiplyWorld(url, copies) {
  const [reader, writer] = [new pg.Client(url), new pg.Client(url)];
  await Promise.all([reader.connect(), writer.connect()]);
  try {
    await reader.query('create temp table mine (id uuid primary key)');
    await writer.query('begin; set local session_replication_role = replica');
    await multiply({ reader, writer }, copies);
    await writer.query('commit');
  } finally {
    await Promise.all([reader.end(), writer.end()]);
  }
}

async function multiply(db, copies) {
  const tables = await describeTables(db.reader);
  const ofPlan = tables.filter(({ name }) => PLAN.includes(name));
  await collect(db.reader, ofPlan, 'select id from identity.organiser');
  for (const table of ofPlan) await copy(db, table, { from: 1, to: AUTHORITIES, isPlan: true });

  const ofEvents = tables.filter(({ name }) => name.startsWith('events.'));
  await collect(db.reader, ofEvents, 'select id from events.event');
  for (const table of ofEvents) await copy(db, table, { from: 1, to: copies.decided });

  const ofCompetition = tables.filter(({ name }) => !PLAN.includes(name) && !name.startsWith('events.'));
  const { rows } = await db.reader.query('select id, state from competitions.competition order by published_at, id');
  let from = 1;
  for (const { id, state } of rows) {
    const isDecided = state === 'decided';
    const to = from + (isDecided ? copies.decided : copies.going) - 1;
    await collect(db.reader, ofCompetition, `select '${id}'::uuid`);
    await collectPeople(db.reader);
    for (const table of ofCompetition) await copy(db, table, { from, to, isDecided });
    from = to + 1;
  }
}

async function describeTables(client) {
  const { rows } = await client.query(
    `select c.table_schema || '.' || c.table_name as name,
            json_agg(json_build_object('name', c.column_name, 'type', c.data_type) order by c.ordinal_position) as columns,
            (select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
              where i.indisprimary and i.indrelid = (c.table_schema || '.' || c.table_name)::regclass) as key
       from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
      where t.table_type = 'BASE TABLE' and c.table_schema = any($1) and c.is_generated = 'NEVER'
      group by c.table_schema, c.table_name order by 1`,
    [SCHEMAS],
  );
  return rows.filter(({ name, columns, key }) => !LEFT_OUT.includes(name) && uuidsOf(columns).includes(key));
}

/** Ids of the model: the roots, and what points at them step by step. */
async function collect(client, tables, roots) {
  await client.query(`truncate mine; insert into mine ${roots}`);
  const isFollowed = ({ name, columns }) =>
    hasId(columns) && (PLAN.includes(name) || !name.startsWith('identity.') || name === 'identity.role_grant');
  for (let found = 1; found > 0;) {
    found = 0;
    for (const { name, columns } of tables.filter(isFollowed))
      found += (
        await client.query(`insert into mine select id from ${name} t where ${belongs(columns)} on conflict do nothing`)
      ).rowCount;
  }
}

/** The organisations of the proposals, and the people of both. */
async function collectPeople(client) {
  await client.query(`
    insert into mine select organisation_id from applications.application where id in (select id from mine)
      on conflict do nothing;
    insert into mine select id from identity.role_grant where scope_id in (select id from mine) on conflict do nothing;
    insert into mine select person_id from identity.role_grant where id in (select id from mine) on conflict do nothing`);
}

const hasId = (columns) => columns.some(({ name }) => name === 'id');
const uuidsOf = (columns) => columns.filter(({ type }) => type === 'uuid').map(({ name }) => name);
const belongs = (columns) =>
  uuidsOf(columns)
    .map((name) => `t.${name} in (select id from mine)`)
    .join(' or ');

/** Which rows of a table go along: those whose key begins with an id of the model; letters by their person. */
const condition = ({ name, key }) =>
  `t.${name === 'notifications.message' ? 'to_person_id' : key} in (select id from mine)`;

async function copy({ reader, writer }, table, { from, to, ...model }) {
  const names = table.columns.map(({ name }) => name).join(', ');
  const values = table.columns.map((column) => value(table.name, column, model)).join(', ');
  const rows = `select ${values} from ${table.name} t cross join generate_series(${from}, ${to}) as copy (n) where ${condition(table)}`;
  await pipeline(
    reader.query(copyTo(`copy (${rows}) to stdout`)),
    writer.query(copyFrom(`copy ${table.name} (${names}) from stdin`)),
  );
}

/** Ids of the model get an id of the copy; authorities and measures one of theirs; staff stay as they are. */
function value(table, { name, type }, { isPlan = false, isDecided = false }) {
  const at = `t.${name}`;
  const own = OWN[`${table}.${name}`];
  if (own) return own;
  if (!isPlan && ['organiser_id', 'measure_id'].includes(name))
    return `case when n <= ${NEAR} or n % 3 = 0 then ${at} else md5(${at}::text || (n % ${AUTHORITIES} + 1))::uuid end`;
  if (isDecided && ['date', 'timestamp with time zone'].includes(type))
    return `${at} - make_interval(years => n % ${YEARS})`;
  if (isDecided && name === 'budget_year') return `${at} - n % ${YEARS}`;
  if (type !== 'uuid') return at;
  return name === 'id'
    ? ID
    : `case when ${at} in (select id from mine) then md5(${at}::text || n)::uuid else ${at} end`;
}

const ID = 'md5(t.id::text || n)::uuid';

/** A fact of another chain, such as that of the authority, comes without its link. */
const linked = (name) => `case when t.scope_id in (select id from mine) then t.${name} end`;

const edrpou = (first) => `(${first} + n * 1000 + dense_rank() over (order by t.id))::text`;

/** Values that must be somebody's own. */
const OWN = {
  'identity.organiser.slug': `t.slug || '-' || n`,
  'identity.organiser.edrpou': edrpou(60_000_000),
  'identity.organiser.name': `t.name || ' № ' || n`,
  'measures.plan.organiser_slug': `t.organiser_slug || '-' || n`,
  'identity.person.email': `'copy' || n || '.' || t.email`,
  'identity.organisation.edrpou': edrpou(70_000_000),
  'competitions.competition.code': `t.code || '-' || n`,
  'competitions.competition.title': `t.title || ', випуск ' || n`,
  'applications.application.register_code': `regexp_replace(t.register_code, '(/|$)', '-' || n || '\\1')`,
  'contracts.contract.number': `t.number || '-' || n`,
  'contracts.payment.document_number': `t.document_number || '-' || n`,
  'events.certificate.code': `t.code || '-' || n`,
  'documents.document.storage_key': `t.storage_key || '-' || n`,
  'facts.fact.seq': linked('seq'),
  'facts.fact.hash': linked('hash'),
  'notifications.message.message_id': `replace(t.message_id, '@', '-' || n || '@')`,
  'notifications.message.once_key': `t.once_key || ':' || n`,
};
