import 'reflect-metadata';
import pg from 'pg';

const OFFICER = 'officer@masscom.example';
const CHAIR = 'v.rybalko@masscom.example';
const HEAD = 'head@teplo-ruk.example';
const ADMIN = 'admin@spryiannia.example';

/** What stands in the address of a public page. The ids are those of the demo world, which both worlds contain. */
const ADDRESS = { code: '1.1-2020', organiserSlug: 'luhansk-masscom', year: '2020', number: '1.1' };
/** The competition of the demo world that has a day of defence. */
const DEFENDED = '3.3-2021';
/** A feed of one authority. */
const FEED = 'luhansk-masscom.atom';
/** Public, but no page to be measured: links of letters, files of all there is, what watches the portal. */
const NO_PAGE = /:token|^\/(open-data\/(360giving|projects|spending)|healthz|readyz|metrics|demo|papers|api\/openapi)/;

/**
 * Pages that are measured, each with who opens it (null = a visitor): every public page and every list by the census of
 * routes, desks, rooms of a competition and searches besides.
 * @param {NodeJS.ProcessEnv} env of a portal on the small world
 * @returns {Promise<{ pages: { path: string, email: string | null }[], left: string[] }>} `left`: public routes whose
 *   addresses cannot be filled in
 * @throws Error naming a list without an address here
 */
export async function pagesToMeasure(env) {
  const { routes, lists } = await census(env);
  const known = await knownThings(env.DATABASE_URL);
  const addresses = listAddresses(known);
  const missing = lists.filter((name) => !addresses[name]);
  if (missing.length > 0) throw new Error(`lists without an address in test/bench/pages.mjs: ${missing.join(', ')}`);
  const codeOf = (route) => (route.includes('/defence') ? DEFENDED : ADDRESS.code);
  const values = { ...ADDRESS, file: FEED, edrpou: known.edrpou };
  const paths = routes.map((route) => filled(route, { ...values, code: codeOf(route) }));
  const all = [
    ...paths.filter((path) => !path.includes(':')).map((path) => [null, path]),
    ...lists.map((name) => addresses[name]),
    ...besides(known),
  ];
  const pages = [...new Map(all.map(([email, path]) => [`${email} ${path}`, { path, email }])).values()];
  return { pages, left: paths.filter((path) => path.includes(':')) };
}

/** Asks the portal itself what routes it has. */
async function census(env) {
  Object.assign(process.env, env);
  const { createPortal, routeCensus } = await import('#libs/platform/http');
  const { readConfig } = await import('#libs/platform/config');
  const { PortalModule } = await import('../../dist/apps/portal/src/portal.module.js');
  const portal = await createPortal(PortalModule, readConfig());
  const routes = routeCensus(portal);
  await portal.close();
  return {
    lists: routes.flatMap(({ list }) => (list ? [list.name] : [])),
    routes: routes
      .filter(({ method, mark, path }) => method === 'GET' && mark.kind === 'public' && !NO_PAGE.test(path))
      .map(({ path }) => path),
  };
}

/** `/plan/:year` -> `/plan/2020`; a pattern behind a name goes with it. */
const filled = (route, values) => route.replace(/:(\w+)(\([^)]*\))?/g, (whole, name) => values[name] ?? whole);

async function knownThings(url) {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(
    `select (select id from competitions.competition where code = '1.1-2020') as decided,
            (select id from competitions.competition where code = '3.3-2021') as scoring,
            (select id from registers.import order by id limit 1) as brought,
            (select id from measures.v_plan order by year limit 1) as plan,
            (select id from contracts.statement order by id limit 1) as statement,
            (select e.id from events.event e where e.state = 'published'
               order by (select count(*) from events.registration r where r.event_id = e.id) desc limit 1) as event,
            (select edrpou from identity.organisation where name like '%РІВНИЙ БОРДЮР%' order by id limit 1) as edrpou`,
  );
  await client.end();
  return rows[0];
}

/** Name of a list -> who opens it, and where. */
const listAddresses = ({ decided, scoring, brought, plan, statement, event }) => ({
  proposals: [OFFICER, `/organiser/competitions/${decided}/proposals`],
  admission: [OFFICER, `/organiser/competitions/${decided}/admission`],
  'admission-decisions': [null, '/competitions/1.1-2020/admission'],
  answers: [null, '/competitions/1.1-2020/questions'],
  inquiries: [OFFICER, `/organiser/competitions/${decided}/inquiries`],
  'my-applications': [HEAD, '/applications'],
  'public-competitions': [null, '/competitions'],
  'organiser-competitions': [OFFICER, '/organiser/competitions'],
  people: [ADMIN, '/admin/people'],
  claims: [ADMIN, '/claims'],
  organisations: [ADMIN, '/admin/organisations'],
  organisers: [ADMIN, '/admin/organisers'],
  'scoring-progress': [OFFICER, `/organiser/competitions/${scoring}/scoring`],
  'scoring-queue': [CHAIR, `/scoring/${scoring}`],
  conflicts: [CHAIR, `/conflicts/${scoring}`],
  texts: [ADMIN, '/words?scope=site'],
  measures: [null, '/plan/luhansk-masscom/2020/list'],
  'plan-bodies': [OFFICER, `/organiser/plans/${plan}/bodies`],
  'result-files': [null, '/open-data/results'],
  rating: [OFFICER, `/organiser/competitions/${decided}/rating`],
  results: [null, '/competitions/1.1-2020/results/table'],
  notices: [HEAD, '/notices'],
  letters: [OFFICER, '/organiser/letters'],
  calls: [OFFICER, '/organiser/calls'],
  flaws: [OFFICER, `/organiser/competitions/${decided}/flaws`],
  envelopes: [OFFICER, `/organiser/competitions/${decided}/envelopes`],
  distribution: [OFFICER, `/organiser/competitions/${scoring}/distribution`],
  'conflict-questions': [CHAIR, `/organiser/competitions/${scoring}/conflicts`],
  weighing: [CHAIR, `/organiser/competitions/${decided}/weighing`],
  'public-weighing': [null, '/competitions/1.1-2020/results/weighing'],
  'elsewhere-results': [null, '/competitions/1.1-2020/elsewhere'],
  'register-entries': [OFFICER, '/registers'],
  contracts: [OFFICER, `/organiser/competitions/${decided}/contracts`],
  'authority-contracts': [OFFICER, '/organiser/contracts'],
  'my-contracts': [HEAD, '/contracts'],
  'public-contracts': [null, '/competitions/1.1-2020/contracts'],
  payments: [OFFICER, '/organiser/payments'],
  statements: [OFFICER, '/organiser/statements'],
  'statement-rows': [OFFICER, statement ? `/organiser/statements/${statement}` : '/organiser/statements'],
  imports: [OFFICER, '/registers/imports'],
  projects: [OFFICER, '/organiser/projects'],
  'my-projects': [HEAD, '/projects'],
  'published-projects': [null, '/competitions/1.1-2020/projects'],
  complaints: [OFFICER, '/organiser/complaints'],
  'competition-complaints': [OFFICER, `/organiser/competitions/${decided}/complaints`],
  'published-complaints': [null, '/competitions/1.1-2020/complaints'],
  'public-events': [null, '/events'],
  'organiser-events': [OFFICER, '/organiser/events'],
  'event-guests': [OFFICER, `/organiser/events/${event}/people`],
  'import-rows': [OFFICER, brought ? `/registers/imports/${brought}` : '/registers/imports'],
});

const besides = ({ decided, scoring, plan }) => [
  ...['', '/measures/2.3', '/answers/3'].map((room) => [OFFICER, `/organiser/plans/${plan}${room}`]),
  ...[OFFICER, CHAIR, HEAD, ADMIN].map((email) => [email, '/desk']),
  ...['', '/allocation', '/commission'].map((room) => [OFFICER, `/organiser/competitions/${decided}${room}`]),
  [CHAIR, '/scoring'],
  [CHAIR, `/organiser/competitions/${scoring}`],
  [ADMIN, '/admin/system'],
  [null, '/search?q=шахта'],
  [null, '/search?q=рівний+бордюр'],
  [null, '/competitions?group=decided'],
  [null, '/competitions?q=молодь'],
  [OFFICER, '/organiser/competitions?stage=over'],
  [OFFICER, '/organiser/letters?q=пропозицію'],
  [ADMIN, '/admin/people?q=коваленко'],
  [ADMIN, '/admin/organisations?q=бордюр'],
];
