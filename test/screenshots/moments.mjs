/*
 * What no path shows by itself: refusals, a form that outlived its session, lists as they are printed, acts that wait
 * for the second person, a competition that stands still. `see` leaves `page` as it is to be pictured; `to` adds the
 * address of the portal and the language.
 */

/** A director who has handed nothing over yet. */
const DIRECTOR = 'director@social.example';
const OFFICER = 'officer@masscom.example';
const WRITER = 'head@nadiia-lyman.example';
const ADMIN = 'admin@spryiannia.example';
const TOO_LONG = 'а'.repeat(20_000);
const TYPED = 'Толока біля річки: прибираємо берег і саджаємо верби';
const PRINTED = ['/competitions', '/plan/luhansk-masscom/2020/list', '/open-data/results'];

const one = async (client, sql) => Object.values((await client.query(sql)).rows[0] ?? {})[0];
const opens = (address) => (page, to) => page.goto(to(address));
/** As the printer gets it: without header, buttons and colours. */
const onPaper = (address) => async (page, to) => {
  await page.goto(to(`${address}?as=print`));
  await page.emulateMedia({ media: 'print' });
};

/** @type {{ name: string, email: string | null, see: (page: any, to: (address: string) => string, client: any) => Promise<unknown> }[]} */
export const MOMENTS = [
  { name: 'error 404', email: null, see: opens('/nemaie-takoi-storinky') },
  { name: 'error 403', email: OFFICER, see: opens('/admin/people') },
  { name: 'error 403 of who is stood in for', email: DIRECTOR, see: openWhileAway },
  { name: 'error 431', email: null, see: opens(`/competitions?q=${TOO_LONG}`) },
  { name: 'session over, form kept', email: WRITER, see: outliveSession },
  ...PRINTED.map((path) => ({ name: `printed ${path}`, email: null, see: onPaper(path) })),
  ...['proposals', 'rating'].map((list) => ({ name: `printed ${list}`, email: OFFICER, see: printedOfDecided(list) })),
  { name: 'printed people', email: ADMIN, see: onPaper('/admin/people') },
];

/** Hands the power over for today, once, and then knocks at a door of directors. */
async function openWhileAway(page, to, client) {
  const power = `select id from identity.role_grant where role = 'director' and ended_on is null
    and person_id = (select id from identity.person where email = '${DIRECTOR}')`;
  if (!(await one(client, `select 1 from identity.role_grant where substitute_for in (${power})`))) {
    const today = await one(client, `select to_char(identity.today(), 'DD.MM.YYYY')`);
    await page.goto(to(`/account/powers/${await one(client, power)}/substitution`));
    await page.locator('[name=substituteId]').selectOption({ index: 1 });
    for (const [name, value] of Object.entries({
      ...{ fromOn: today, untilOn: today, position: 'в. о. директора департаменту' },
      ...{ actNumber: '98-к', actOn: today },
    }))
      await page.locator(`[name=${name}]`).fill(value);
    const sent = page.waitForEvent('load');
    await page.locator('main form:has([name=substituteId]) button:not([type=button])').last().click();
    await sent;
  }
  await page.goto(to('/people-merges'));
}

/** The cookie of the session is gone when the form is sent; it comes back for the next picture. */
async function outliveSession(page, to, client) {
  const id = await one(
    client,
    `select a.id from applications.application a join identity.v_role r on r.scope_id = a.organisation_id
       join competitions.competition c on c.id = a.competition_id
      where r.email = '${WRITER}' and a.state = 'draft' and c.state = 'announced' limit 1`,
  );
  const cookies = await page.context().cookies();
  await page.goto(to(`/applications/${id}/about`));
  await page.locator('[name=title]').fill(TYPED);
  await page.context().clearCookies({ name: 'sp_session' });
  const sent = page.waitForEvent('load');
  await page.locator('main form:has([name=title]) button:not([type=button])').last().click();
  await sent;
  await page.context().addCookies(cookies);
}

function printedOfDecided(list) {
  return async (page, to, client) => {
    const id = await one(client, `select id from competitions.competition where code = '1.1-2021'`);
    await onPaper(`/organiser/competitions/${id}/${list}`)(page, to);
  };
}

/** Every moment on a phone and on a desk, in both languages. @returns {Promise<string[]>} those that did not come */
export async function pictureMoments({ visitors, client, wanted, widths, languages, shoot }) {
  const looks = widths.flatMap((width) =>
    Object.entries(languages).map(([language, prefix]) => ({ width, language, prefix })),
  );
  const missed = [];
  for (const { name, email, see } of MOMENTS.filter((moment) => wanted.some((word) => moment.name.includes(word))))
    for (const { width, language, prefix } of looks) {
      const page = await visitors.page(email, width);
      await page.emulateMedia({ media: 'screen' });
      const why = await see(page, (address) => visitors.baseUrl + prefix + address, client).then(
        () => null,
        (error) => String(error.message).split('\n')[0],
      );
      if (why === null) await shoot(page, { name, email, width, language });
      else missed.push(`${name}, ${language}, ${width}: ${why}`);
    }
  return missed;
}
