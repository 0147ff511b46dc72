import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ask } from './ask.mjs';
import { startSystem } from './built-system.mjs';
import { prepareScorers, tokenOf } from './scorers.mjs';

/*
 * npm run -s bench:rated: the rating of 1 000 proposals with the means of four criteria, asked by so many people at once,
 * each again as soon as it is answered: one page of it, all of it to print, all of it as a table.
 * PROPOSALS, PEOPLE, SECONDS (of each address), POOL: connections of the portal.
 */

const PROPOSALS = Number(process.env.PROPOSALS ?? 1000);
const PEOPLE = Number(process.env.PEOPLE ?? 8);
const SECONDS = Number(process.env.SECONDS ?? 10);
const POOL = process.env.POOL ?? '10';
const FORMS = ['', '?page=20', '?sort=-criterion2', '?as=print', '?as=csv'];

const folder = mkdtempSync(join(tmpdir(), 'spryiannia-rated-'));
chmodSync(folder, 0o711); // the account of PostgreSQL has to pass through
const system = await startSystem({ folder, pool: POOL });
try {
  const { call } = await prepareScorers(system.databaseUrl, {
    scorers: PEOPLE,
    proposals: PROPOSALS,
    each: 1,
    state: 'rated',
  });
  await insertRating(call);
  console.log(
    `The rating of ${PROPOSALS} proposals, ${PEOPLE} people at once; load before: ${loadavg()[0].toFixed(1)}\n`,
  );
  console.log('| address | rows | kB | requests a second | p50, ms | p95, ms |\n|---|---|---|---|---|---|');
  for (const form of FORMS) await measure(`/organiser/competitions/${call.id}/rating${form}`, form);
} finally {
  await system.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Three sheets for each proposal; the points follow from its number. */
async function insertRating({ id, criteria }) {
  const client = new pg.Client(system.databaseUrl);
  await client.connect();
  await client.query(
    `with numbered as (
       select id, row_number() over (order by register_code)::int as n from applications.application where competition_id = $1
     )
     insert into evaluation.rating_row (competition_id, application_id, place, points_sum, sheets_count, is_passed, criteria, computed_at)
     select $1::uuid, a.id, a.n, 60 - a.n * 59 / $2::int, 3, true, c.means, now()
       from numbered a, lateral (
         select jsonb_agg(jsonb_build_object('key', k.key, 'title', k.title, 'sum', (a.n * (k.position + 2)) % 16, 'count', 3,
                                             'maxPoints', k.max_points) order by k.position) as means
           from competitions.criterion k where k.id = any ($3::uuid[])) c`,
    [id, PROPOSALS, criteria],
  );
  await client.query('analyze');
  await client.end();
}

async function measure(path, form) {
  const end = Date.now() + SECONDS * 1000;
  const answers = [];
  let last;
  const visit = async (_, at) => {
    const cookie = `sp_session=${tokenOf(at + 1)}`;
    while (Date.now() < end) {
      last = await ask({ ...system, path, cookie });
      if (last.status !== 200) throw new Error(`${path}: ${last.status} ${last.body.slice(0, 500)}`);
      answers.push(last.ms);
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: PEOPLE }, visit));
  const perSecond = (answers.length * 1000) / (performance.now() - from);
  const at = (percent) => answers.sort((a, b) => a - b)[Math.floor((answers.length * percent) / 100)];
  const kB = Math.round(Buffer.byteLength(last.body) / 1000);
  const rows = form === '?as=csv' ? last.body.trim().split('\n').length - 1 : last.body.split('<tr').length - 2;
  console.log(`| rating${form} | ${rows} | ${kB} | ${perSecond.toFixed(0)} | ${at(50)} | ${at(95)} |`);
}
