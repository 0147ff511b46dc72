import { FIGURES } from './figures.mjs';
import { linkOf } from './letters.mjs';

const OFFICER = 'officer@masscom.example';
const DIRECTOR = 'director@masscom.example';
const CHAIR = 'v.rybalko@masscom.example';
const APPLICANT = 'head@teplo-ruk.example';
const ADMIN = 'admin@spryiannia.example';

/** Tried in turn until a page opens, after whom the row of figures names. Null = a visitor. */
export const PEOPLE = [null, OFFICER, DIRECTOR, CHAIR, APPLICANT, ADMIN];

const ROWS_MAX = 3;

/**
 * Where a page can be seen in the demo world, the likeliest first: an address and, where it matters, by whom.
 * @param {import('pg').Client} client
 * @param {string} path as the census of routes names it, such as `/competitions/:code/results`
 * @returns {Promise<{ address: string, guise: string, email?: string }[]>} `guise` sets apart looks of one page ('' = the only one)
 */
export async function addressesOf(client, path) {
  const clean = path.replace(/\(\^[^)]*\)/g, '');
  if (clean.endsWith(':token')) return [await linkOf(clean)].filter(Boolean).map((address) => ({ address, guise: '' }));
  const sql = FIGURES.find(([pattern]) => pattern.test(clean))?.[1];
  const rows = sql ? (await client.query(`select * from (${sql}) figures limit ${ROWS_MAX * 4}`)).rows : [{}];
  const filled = rows.map(({ email, guise, ...values }) => ({
    address: fill(clean, values),
    guise: guise ?? '',
    email,
  }));
  return filled.filter(({ address }) => !address.includes(':'));
}

const fill = (path, values) => path.replace(/:(\w+)/g, (whole, name) => values[name] ?? whole);
