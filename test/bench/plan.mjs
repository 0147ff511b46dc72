import 'reflect-metadata';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../bin/lib/postgres.mjs';
import { run } from '../../bin/lib/run.mjs';
import { environment } from './worlds.mjs';

/*
 * npm run -s bench:plan
 * A plan of 200 measures, each answered for by 60 bodies in four quarters, all of which have answered about the second:
 * how long the matrix of the plan and the draft of the report of that quarter take, the statements included. Each is read
 * RUNS times; the median is printed.
 */
const MEASURES = Number(process.env.MEASURES ?? 200);
const BODIES = Number(process.env.BODIES ?? 60);
const RUNS = Number(process.env.RUNS ?? 9);
const DAY = '2020-07-02';

const WORLD = `
  insert into identity.organiser (id, slug, name, short_name, edrpou, city, contact_name, contact_phone, contact_email, working_hours)
  values (gen_random_uuid(), 'bench', 'Департамент', 'Департамент', '32855961', 'Сєвєродонецьк', 'Олена Кравець',
          '+380500000001', 'bench@masscom.example', 'пн–пт');
  insert into measures.plan (id, organiser_id, organiser_slug, organiser_name, year, title, approved_by_position,
         approved_by_name, approved_on, signed_by_position, signed_by_name, source_sha256, imported_at)
  select gen_random_uuid(), id, slug, name, 2020, 'План заходів', 'Голова', 'С. Гайдай', '2019-12-20', 'Директор',
         'О. Прізвище', repeat('0', 64), now() from identity.organiser;
  insert into measures.direction (id, plan_id, number, title)
  select gen_random_uuid(), id, n, 'Напрям ' || n from measures.plan, generate_series(1, 7) n;
  insert into measures.measure (id, plan_id, direction_id, number, position, title, deadline_text, deadline)
  select gen_random_uuid(), d.plan_id, d.id, d.number || '.' || n, n, 'Захід ' || n || ' з довгою назвою, якою вона є у плані',
         'протягом року', '{"kind": "all-year"}' from generate_series(1, ${MEASURES}) n join measures.direction d on d.number = n % 7 + 1;
  insert into measures.measure_party (measure_id, position, party_key, name, official_text, by_consent)
  select id, 1, 'communities', 'Громади', 'громади', false from measures.measure;
  insert into plan.body (id, organiser_id, class_key, name, valid_from)
  select gen_random_uuid(), id, 'communities', 'Громада ' || n, '2015-01-01' from identity.organiser, generate_series(1, ${BODIES}) n;
  insert into plan.party_body (id, measure_id, position, body_id, consent, since)
  select gen_random_uuid(), m.id, 1, b.id, 'not-needed', '2020-02-01' from measures.measure m, plan.body b;
  insert into plan.instance (id, plan_id, measure_id, ordinal, window_from, due_on, state)
  select gen_random_uuid(), plan_id, id, 0, '2020-01-01', '2020-12-31', 'open' from measures.measure;
  insert into plan.slice (id, instance_id, year, quarter, from_on, until_on)
  select gen_random_uuid(), i.id, 2020, q, make_date(2020, q * 3 - 2, 1), (make_date(2020, q * 3, 1) + interval '1 month - 1 day')::date
    from plan.instance i, generate_series(1, 4) q;
  insert into plan.answer (id, slice_id, body_id, state, was_held, narrative, events, people, organisations, channel, submitted_at)
  select gen_random_uuid(), s.id, pb.body_id, 'accepted', true, 'Проведено зустріч', 1, 20, 3, 'link', now()
    from plan.slice s join plan.instance i on i.id = s.instance_id join plan.party_body pb on pb.measure_id = i.measure_id
   where s.quarter = 2;
  analyze;
`;

const folder = mkdtempSync(join(tmpdir(), 'spryiannia-bench-plan-'));
chmodSync(folder, 0o711); // the account of PostgreSQL has to pass through
const postgres = await startPostgres({ dataDir: folder, fsync: false });
try {
  await run(process.execPath, ['dist/apps/cli/src/main.js', 'migrate'], { env: environment(postgres.url, folder, 0) });
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(WORLD);
  console.log(JSON.stringify({ measures: MEASURES, bodies: BODIES, ...(await measured(readerOf(client))) }));
  await client.end();
} finally {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}

function readerOf(client) {
  const rows = async (sql, params = []) => (await client.query(sql, params)).rows;
  return { rows, one: async (sql, params) => (await rows(sql, params))[0] };
}

async function measured(reader) {
  const { PlanOverview } = await import('../../dist/libs/measures/src/queries/plan-overview.js');
  const { planMatrix } = await import('../../dist/libs/measures/src/pages/plan-matrix.js');
  const { ReadEvidence } = await import('../../dist/libs/plan/src/queries/evidence.js');
  const { PlanProgress } = await import('../../dist/libs/plan/src/queries/plan-progress.js');
  const { ReadReportContent } = await import('../../dist/libs/plan/src/queries/report-content.js');
  const evidence = new ReadEvidence({ all: () => [] });
  const [overview, progress] = [new PlanOverview(reader), new PlanProgress(reader, evidence)];
  const ctx = { lang: 'uk', now: new Date(`${DAY}T09:00:00Z`) };
  const [plan] = await reader.rows(
    `select id, organiser_id as "organiserId", organiser_slug as "organiserSlug", organiser_name as "organiserName", year from measures.plan`,
  );
  const matrixMs = await median(async () => {
    const whole = await overview.execute('bench', 2020);
    planMatrix(whole, [], DAY, 'uk', await progress.statuses(ctx, reader, plan));
  });
  const report = new ReadReportContent(evidence);
  const reportDraftMs = await median(() => report.execute(reader, plan, 2, ctx.now));
  const content = await report.execute(reader, plan, 2, ctx.now);
  const lines = content.directions.flatMap((direction) => direction.lines);
  return {
    matrixMs,
    reportDraftMs,
    lines: lines.length,
    answers: lines.reduce((sum, one) => sum + one.totals.answers, 0),
  };
}

async function median(act) {
  const times = [];
  for (let index = 0; index < RUNS; index += 1) {
    const startedAt = performance.now();
    await act();
    times.push(performance.now() - startedAt);
  }
  return Math.round(times.sort((one, other) => one - other)[Math.floor(RUNS / 2)]);
}
