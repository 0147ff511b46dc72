import pg from 'pg';
import { run } from '../../bin/lib/run.mjs';
import { multiplyWorld } from './multiply-world.mjs';

/** Copies of a decided competition and of another one. In the small world the lists fill a page, and little more. */
const COPIES = {
  small: { decided: 10, going: 5 },
  large: { decided: Number(process.env.DECIDED ?? 100), going: Number(process.env.GOING ?? 12) },
};

/** No mail goes out of a seed; in a world that has lived it has gone. */
const SENT = `
  update notifications.message set state = 'sent', sent_at = queued_at, error = null, sending_until = null
   where state in ('queued', 'sending', 'failed')`;

function urlOf(adminUrl, name) {
  return adminUrl.replace(/postgres$/, name);
}

/**
 * Makes the worlds that are not there yet, and brings both up to date.
 * @param {string} adminUrl of a superuser of PostgreSQL
 * @param {string} folder for files
 * @returns {Promise<{ small: string, large: string }>} addresses of the databases
 */
export async function prepareWorlds(adminUrl, folder) {
  const admin = new pg.Client(adminUrl);
  await admin.connect();
  const { rows } = await admin.query('select datname from pg_database');
  const isThere = (name) => rows.some(({ datname }) => datname === name);
  const urls = { small: urlOf(adminUrl, 'small'), large: urlOf(adminUrl, 'large') };
  if (!isThere('demo')) await makeDemo(admin, urlOf(adminUrl, 'demo'), folder);
  for (const [name, copies] of Object.entries(COPIES)) if (!isThere(name)) await grow(admin, name, urls[name], copies);
  await admin.end();
  for (const url of Object.values(urls)) {
    await command(url, folder, 'migrate');
    await ask(url, 'vacuum analyze'); // a migration may have written whole tables anew
  }
  console.log(`Rows: ${await sizeOf(urls.small)} and ${await sizeOf(urls.large)}`);
  return urls;
}

/** A world is called by its name only when it is complete. */
async function makeDemo(admin, url, folder) {
  const growing = url.replace(/demo$/, 'growing');
  await admin.query('drop database if exists growing');
  await admin.query('create database growing');
  for (const name of ['migrate', 'seed-demo']) await timed(`Demo world: ${name}`, () => command(growing, folder, name));
  await ask(growing, SENT);
  await admin.query('alter database growing rename to demo');
}

async function grow(admin, name, url, copies) {
  await admin.query('drop database if exists growing');
  await admin.query('create database growing template demo');
  await timed(`The ${name} world`, () => multiplyWorld(url.replace(new RegExp(`${name}$`), 'growing'), copies));
  await admin.query(`alter database growing rename to ${name}`);
}

function command(url, folder, name) {
  return run(process.execPath, ['dist/apps/cli/src/main.js', name], { env: environment(url, folder, 0) });
}

async function ask(url, sql) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

async function sizeOf(url) {
  const [{ size }] = await ask(
    url,
    `select (select count(*) from competitions.competition) || ' competitions, '
         || (select count(*) from applications.application) || ' proposals, '
         || (select count(*) from identity.organisation) || ' organisations, '
         || (select count(*) from evaluation.score_sheet) || ' sheets, '
         || (select count(*) from notifications.message) || ' letters, '
         || (select count(*) from facts.fact) || ' facts' as size`,
  );
  return size;
}

/** What a portal or a command on one of the worlds is told. */
export function environment(databaseUrl, folder, port) {
  const url = `http://localhost:${port}`;
  const demo = { DEMO: '1', QUEUE_BACKEND: 'postgres', SMTP_URL: 'smtp://127.0.0.1:9', LOG_LEVEL: 'warn' };
  return { ...process.env, ...demo, DATABASE_URL: databaseUrl, DATA_DIR: folder, PORT: String(port), PUBLIC_URL: url };
}

async function timed(title, work) {
  const from = Date.now();
  await work();
  console.log(`${title}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
}
