const OFFICER = 'officer@masscom.example';
const DIRECTOR = 'director@masscom.example';
const CHAIR = 'v.rybalko@masscom.example';
const APPLICANT = 'head@teplo-ruk.example';
const ADMIN = 'admin@spryiannia.example';

/** Tried in turn until a page opens. Null = a visitor. */
export const PEOPLE = [
  null,
  OFFICER,
  DIRECTOR,
  'officer@social.example',
  CHAIR,
  'i.kononenko@finance.example',
  APPLICANT,
  ADMIN,
];

const first = (sql) => ({ sql });
const IDS = {
  code: first(
    `select code as value from competitions.competition where state = 'decided' order by (code = '1.1-2021') desc, code`,
  ),
  edrpou: first(`select edrpou as value from identity.organisation order by edrpou`),
  organiserSlug: { fixed: ['luhansk-masscom'] },
  year: { fixed: ['2020'] },
  competitionId: first(
    `select id as value from competitions.competition where state in ('scoring', 'admission') order by code`,
  ),
  assignmentId: first(
    `select id as value from evaluation.assignment where ended_at is null order by (competition_id in (select id from competitions.competition where state = 'scoring')) desc, id`,
  ),
  grantId: first(`select id as value from identity.role_grant where scope_kind = 'competition' order by id`),
  applicationId: first(
    `select id as value from applications.application where state = 'admitted' order by register_code`,
  ),
  documentId: first(`select id as value from documents.document order by id`),
  section: { fixed: ['basics', 'calendar', 'money', 'need', 'work'] },
  key: { fixed: ['ownSharePercent', 'receptionMinDays'] },
  kind: { fixed: ['extension', 'change', 'cancellation'] },
  inquiryId: first(`select id as value from announcements.inquiry order by (state = 'asked') desc, id`),
  position: { fixed: ['1'] },
  part: { fixed: ['1'] },
};

/** What `:id` means depends on the path in front of it. */
const ID_BY_PATH = [
  [
    /^\/organiser\/competitions/,
    `select id as value from competitions.competition order by (state = 'announced') desc, (state = 'decided') desc, code`,
  ],
  [/^\/competitions\/:id/, `select id as value from competitions.competition where state = 'announced'`],
  [
    /^\/applications\/:id\/(reading|result|receipt)/,
    `select id as value from applications.application where state = 'admitted' order by register_code`,
  ],
  [
    /^\/applications/,
    `select a.id as value from applications.application a join competitions.competition c on c.id = a.competition_id where c.state = 'announced' order by (a.state = 'draft') desc, a.id`,
  ],
  [/^\/sessions/, `select id as value from sessions.session order by planned_at desc`],
  [/^\/admin\/people/, `select id as value from identity.person order by family_name`],
  [/^\/account\/powers/, `select id as value from identity.role_grant where role = 'director' order by id`],
];

const NUMBERS = [
  [/\/plan\//, ['1.1']],
  [/\/submissions\//, ['1']],
];
const TRIES_MAX = 3;

/**
 * Addresses that a path may stand for in the demo world, the likeliest first.
 * @param {import('pg').Client} client
 * @param {string} path as the census of routes names it, such as `/competitions/:code/results`
 * @returns {Promise<string[]>}
 */
export async function addressesOf(client, path) {
  const clean = path.replace(/\(\^[^)]*\)/g, '');
  const names = [...clean.matchAll(/:(\w+)/g)].map(([, name]) => name);
  let addresses = [clean];
  for (const name of names) {
    const values = await valuesOf(client, clean, name);
    addresses = addresses.flatMap((address) => values.map((value) => address.replace(`:${name}`, value)));
  }
  return addresses.slice(0, TRIES_MAX ** Math.max(names.length, 1));
}

async function valuesOf(client, path, name) {
  if (name === 'number') return NUMBERS.find(([pattern]) => pattern.test(path))?.[1] ?? ['1'];
  const known = IDS[name];
  if (known?.fixed) return known.fixed;
  const sql = known?.sql ?? ID_BY_PATH.find(([pattern]) => pattern.test(path))?.[1];
  if (!sql) return [];
  return (await client.query(`${sql} limit ${TRIES_MAX}`)).rows.map(({ value }) => value);
}
