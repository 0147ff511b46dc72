import { newId } from '#libs/platform/database';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

/** More than a page of requests shows. */
const MANY = 101;
const ADMINISTRATOR = { role: 'administrator', scopeKind: 'system', scopeId: null } as const;

let app: TestApp;
let world: World;
let accounts: Accounts;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  accounts = new Accounts(app, world);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

const KINDS = [
  ['email-changes', 'identity.email_change', `, new_email, identified_by`, `, 'new@example.org', 'Паспорт'`],
  ['people-merges', 'identity.people_merge', `, into_id, identified_by`, `, $5, 'Паспорт'`],
  ['second-factor-resets', 'identity.second_factor_reset', '', ''],
] as const;

describe.each(KINDS)('of many %s', (page, table, columns, values) => {
  const [stranger, own] = [`Чужак-${page}`, `Власенко-${page}`];
  const ask = async (familyName: string, askedBy: string, organiserId: string, hoursAgo: number): Promise<void> => {
    const whose = await world.person([], { family_name: familyName });
    const params: unknown[] = [newId(), whose.personId, organiserId, askedBy];
    if (values.includes('$5')) params.push((await world.person()).personId);
    await world.rows(
      `insert into ${table} (id, person_id, organiser_id, asked_by, reason, asked_at ${columns})
       values ($1, $2, $3, $4, 'Загублено', now() - interval '${hoursAgo} hours' ${values})`,
      params,
    );
  };

  it('an officer misses none of the own authority, an administrator none that another one asked', async () => {
    const [mine, other] = [
      await world.organiser({ slug: `own-${page}` }),
      await world.organiser({ slug: `other-${page}` }),
    ];
    const officer = await accounts.signedIn(`officer@${page}.example`, [
      { role: 'officer', scopeKind: 'organiser', scopeId: mine.id },
    ]);
    const busy = await accounts.open(`busy@${page}.example`, [ADMINISTRATOR]);
    const second = await accounts.open(`second@${page}.example`, [ADMINISTRATOR]);
    for (let n = 0; n < MANY; n += 1) await ask(stranger, busy.personId, other.id, 2);
    await ask(own, second.personId, mine.id, 1);

    const { text } = await officer.get(`/${page}`);
    expect(text).toContain(own);
    expect(text).not.toContain(stranger);
    expect((await officer.get('/desk?group=week')).text).toContain(own);
    const desk = await (await accounts.signedInAgain(`busy@${page}.example`)).get('/desk?group=week');
    expect(desk.text).toContain(own);
    expect(desk.text).not.toContain(stranger);
  }, 120_000);
});
