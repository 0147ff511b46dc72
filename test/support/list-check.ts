import { readSheet } from 'read-excel-file/node';
import type { ListShape } from '#libs/platform/http';
import { isSortable } from '../../libs/platform/http/src/lists/list-question.js';
import type { TestApp } from './app.js';
import type { Visitor } from './visitor.js';

/** One list, somebody who may see it, and what would be a leak. */
export interface ListScene {
  path: string;
  visitor: Visitor;
  /** How many rows this person has there. */
  count: number;
  /** Typed as people type; finds this many rows. */
  search: { typed: string; count: number } | null;
  /** Stands in the database and must not come out: of another authority, sealed, a draft, somebody else's. */
  secrets: string[];
}

/** One line for each thing that is wrong with a list; empty when all is well. */
export async function faultsOf(app: TestApp, shape: ListShape<unknown>, scene: ListScene): Promise<string[]> {
  const checks = [wholeAgrees, narrowingAgrees, ordersAgree, addressKeeps, leaksNothing];
  const faults: string[] = [];
  for (const check of checks) faults.push(...(await check(new ListReader(app, scene), shape, scene)));
  return faults.map((fault) => `${shape.name}: ${fault}`);
}

type Check = (reader: ListReader, shape: ListShape<unknown>, scene: ListScene) => Promise<string[]>;

class ListReader {
  constructor(
    private readonly app: TestApp,
    private readonly scene: ListScene,
  ) {}

  async page(query: Record<string, string> = {}): Promise<{ html: string; text: string; count: number }> {
    const { status, html, text } = await this.scene.visitor.get(addressOf(this.scene.path, query));
    if (status !== 200) throw new Error(`${this.scene.path} ${JSON.stringify(query)}: ${status}`);
    return { html, text, count: Number(/Знайдено (\d+)/.exec(text)?.[1] ?? 0) };
  }

  /** Without the heads. */
  async csv(query: Record<string, string> = {}): Promise<string[][]> {
    return readCsv((await this.file({ ...query, as: 'csv' })).toString('utf8')).slice(1);
  }

  async xlsx(query: Record<string, string> = {}): Promise<unknown[][]> {
    return readSheet(await this.file({ ...query, as: 'xlsx' }));
  }

  private async file(query: Record<string, string>): Promise<Buffer> {
    const headers = { cookie: `sp_session=${this.scene.visitor.session ?? ''}` };
    const answer = await this.app.http.inject({ url: addressOf(this.scene.path, query), headers });
    if (answer.statusCode !== 200) throw new Error(`${this.scene.path} ${JSON.stringify(query)}: ${answer.statusCode}`);
    return answer.rawPayload;
  }
}

const addressOf = (path: string, query: Record<string, string>): string =>
  `${path}${path.includes('?') ? '&' : '?'}${new URLSearchParams(query).toString()}`;

const wholeAgrees: Check = async (reader, shape, { count }) => {
  const [page, csv, xlsx] = [await reader.page(), await reader.csv(), await reader.xlsx()];
  const printed = await reader.page({ as: 'print' });
  const counts = [page.count, csv.length, xlsx.length - 1, printed.count];
  const faults = counts.every((one) => one === count) ? [] : [`${counts.join(', ')} rows in place of ${count}`];
  const heads = xlsx[0] ?? [];
  if (heads.length < shape.columns.length || heads.some((head) => /:/.test(String(head))))
    faults.push(`heads ${heads.join()}`);
  const texts = (line: readonly unknown[]) => line.filter((cell) => typeof cell === 'string').join();
  const plain = csv.map((line) => line.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')));
  const wrong = xlsx.slice(1).filter(
    (line, row) =>
      !texts(line)
        .split(',')
        .every((t) => plain[row]!.join().includes(t)),
  );
  return wrong.length > 0 ? [...faults, `XLSX and CSV differ in ${wrong.length} rows`] : faults;
};

/** Every filter parts the list into pieces that are the whole; a search finds what it should, everywhere the same. */
const narrowingAgrees: Check = async (reader, shape, { search, count }) => {
  const faults: string[] = [];
  const compare = async (query: Record<string, string>): Promise<number> => {
    const [page, csv, xlsx] = [await reader.page(query), await reader.csv(query), await reader.xlsx(query)];
    if (page.count !== csv.length || csv.length !== xlsx.length - 1) {
      faults.push(`${JSON.stringify(query)}: ${page.count} on the page, ${csv.length} and ${xlsx.length - 1} in files`);
    }
    return csv.length;
  };
  for (const { name, choices } of shape.filters ?? []) {
    let sum = 0;
    for (const choice of Object.keys(choices)) sum += await compare({ [name]: choice });
    if (sum > count || sum === 0) faults.push(`${name}: ${sum} of ${count}`);
  }
  if ((shape.search === undefined) !== (search === null)) faults.push('no search in the scene');
  if (search && (await compare({ q: search.typed })) !== search.count) faults.push(`«${search.typed}»`);
  if (search && (await compare({ q: 'такого немає ніде' })) !== 0) faults.push('a search that narrows nothing');
  return faults;
};

/** Each heading orders the rows, and pressed again the other way round. */
const ordersAgree: Check = async (reader, { columns }) => {
  const faults: string[] = [];
  for (const [index, column] of columns.entries()) {
    if (!isSortable(column)) continue;
    const up = (await reader.csv({ sort: column.key })).map((line) => line[index]!).filter(Boolean);
    const down = (await reader.csv({ sort: `-${column.key}` })).map((line) => line[index]!).filter(Boolean);
    if (up.join('|') !== [...down].reverse().join('|')) faults.push(`${column.key} does not turn round`);
    const isNumber = ['number', 'points', 'money'].includes(column.kind ?? 'text');
    const rises = (a: string, b: string) => (isNumber ? numberIn(a) <= numberIn(b) : true);
    if (!up.every((value, row) => row === 0 || rises(up[row - 1]!, value))) faults.push(`${column.key} does not rise`);
  }
  return faults;
};

const numberIn = (cell: string): number => Number(cell.replace(',', '.'));

/** Search, filters and order stand in every address that leads on. */
const addressKeeps: Check = async (reader, shape, { search }) => {
  const sortable = shape.columns.find(isSortable);
  const asked = { ...(search && { q: search.typed }), ...(sortable && { sort: sortable.key }) };
  const { html } = await reader.page(asked);
  const files = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));
  const kept = files.filter((href) => /[?&]as=(csv|xlsx|print)/.test(href));
  const right = kept.filter((href) => {
    const query = new URL(href, 'http://x').searchParams;
    return Object.entries(asked).every(([name, value]) => query.get(name) === value);
  });
  return right.length === 3 ? [] : [`${right.length} of 3 links keep the address`];
};

const leaksNothing: Check = async (reader, shape, { secrets }) => {
  if (secrets.length === 0) return ['nothing could leak'];
  const said = [
    (await reader.page()).html,
    (await reader.page({ as: 'print' })).html,
    (await reader.csv()).join(),
    (await reader.xlsx()).join(),
  ];
  const leaks = secrets.filter((secret) => said.some((text) => text.includes(secret)));
  if (shape.search)
    for (const secret of secrets) if ((await reader.page({ q: secret })).count > 0) leaks.push(`q=${secret}`);
  return leaks.map((leak) => `leaks ${leak}`);
};

/** What a list gives as CSV: RFC 4180 with «;». */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  const row: string[] = [];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^";\r\n]*))(;|\r\n|$)/g)) {
    if (end === '' && row.length === 0) break;
    row.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'));
    if (end !== ';') rows.push(row.splice(0));
  }
  return rows.map((line, index) => (index === 0 ? line.map((cell) => cell.replace('\uFEFF', '')) : line));
}
