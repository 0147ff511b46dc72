import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Visitor } from './visitor.mjs';

const POLL_MS = 100;
/** The demo world leaves seven hundred pieces of work behind. */
const WITHIN_MS = 900_000;

/** @throws Error with the whole text when one of the words is not in it */
export function demand(text, ...words) {
  for (const one of words) if (!text.includes(one)) throw new Error(`«${one}» is not in:\n${text}`);
}

/** @param {Visitor} person @returns {Promise<Map<string, Buffer>>} the files that a page offers to this person */
export async function filesOn(person, page) {
  await person.open(page);
  const paths = [...person.html.matchAll(/href="([^"]*(?:\/documents\/|\/submissions\/\d+\/receipt)[^"]*)"/g)];
  const files = new Map();
  for (const [, path] of paths) files.set(path, await person.file(path));
  return files;
}

/** Waits until every piece of work that is due is done. @returns {Promise<string>} how much there was and how long it took */
export async function untilQueueIsEmpty(server) {
  const startedAt = Date.now();
  let most = 0;
  for (const until = Date.now() + WITHIN_MS; Date.now() < until; await pause(POLL_MS)) {
    const { work_undone: undone, work_dead: dead } = await server.metrics();
    if (dead > 0) throw new Error(`${dead} pieces of work were given up:\n${server.log.join('\n')}`);
    if (undone === 0) return `${most} pieces of work, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
    most = Math.max(most, undone);
  }
  throw new Error(`The queue did not become empty:\n${server.log.join('\n')}`);
}

/** Waits until so many letters are owed. */
export async function untilLettersAreOwed(server, count) {
  for (const until = Date.now() + WITHIN_MS; Date.now() < until; await pause(POLL_MS))
    if ((await server.metrics()).letters_queued === count) return;
  throw new Error(`${(await server.metrics()).letters_queued} letters are owed, not ${count}`);
}

/** Somebody has forgotten the password: the shortest way to a letter. */
export async function askForLetter(server, email) {
  const person = await new Visitor(server.portal).open('/password-reset');
  await person.send('/password-reset', { email });
}

/** The newest backup of the nightly unit, copied off the machine. */
export function keptElsewhere(server, folder) {
  const backups = join(server.data, 'backups');
  const newest = readdirSync(backups).sort().at(-1) ?? '';
  cpSync(join(backups, newest), folder, { recursive: true });
  return folder;
}

const manifestOf = (backup) => JSON.parse(readFileSync(join(backup, 'manifest.json'), 'utf8'));

/**
 * Compares two backups of one system: no table lost a row, no chain its head.
 * @returns {string} what was compared
 */
export function compareBackups(before, after) {
  const [old, young] = [manifestOf(before), manifestOf(after)];
  const rows = new Map(young.tables.map((table) => [table.name, table.rows]));
  for (const table of old.tables)
    if (!(rows.get(table.name) >= table.rows))
      throw new Error(`${table.name} had ${table.rows} rows and has ${rows.get(table.name)}`);
  const heads = new Map(young.chains.map((head) => [head.scopeId, head]));
  for (const { scopeId, seq, hash } of old.chains) {
    const head = heads.get(scopeId);
    const isKept = head && (head.seq > seq || (head.seq === seq && head.hash === hash));
    if (!isKept) throw new Error(`the chain ${scopeId} has lost its head`);
  }
  const total = old.tables.reduce((sum, table) => sum + table.rows, 0);
  return `${total} rows of ${old.tables.length} tables, ${old.chains.length} chains, ${old.files.count} files`;
}
