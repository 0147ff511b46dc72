import { extractText, getDocumentProxy } from 'unpdf';
import { hashPassword } from '#libs/identity';
import { freezeRuleSet, presetRuleSet } from '#libs/terms';
import { startApp, type TestApp } from '../support/app.js';
import { AwardScenes, type AwardScene } from '../support/award-scene.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { receivingCompetition } from '../support/proposals.js';
import { World } from '../support/world.js';

const CALL = 'Конкурс соціально значущих проєктів на наступний рік';
const OPEN = 'Competition of socially significant projects';
const NAME = 'Громадська організація «Міст»';
const PROJECT = 'Neighbours who call in every day';
const PDF = { mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') };
const EDRPOU = '61000008';
const CARD = {
  ...{ 'Full name': NAME, 'Short name': 'ГО «Міст»', 'Date of state registration': '12.03.2015' },
  ...{ 'Registered address': '93400, м. Сєвєродонецьк, вул. Садова, 3', Settlement: 'м. Сєвєродонецьк' },
  ...{ 'Family name of the head': 'Bridge', 'Given name of the head': 'Anna', Telephone: '+380 50 111 22 33' },
  ...{ 'E-mail of the organisation': 'bridge@ngo.example' },
};
const TEN_DAYS_MS = 10 * 24 * 3_600_000;
const RATED = [
  { points: 36, uah: 60_000 },
  { points: 30, uah: 60_000 },
  { points: 12, uah: 10_000 },
];
const NOWHERE = '/nowhere';
const ANSWER = 'Eighty people over seventy live alone in three villages; nobody calls in on most days.';
const PROTECTED = { 'E-mail': 'anna.bridge@ngo.example' };

let journey: Journey;
let app: TestApp;
let world: World;
let of: AwardScene;
/** The session that allocated the money. */
let sessionId: string;
let visitor: Person;
let anna: Person;

/** One competition has its results, one receives proposals; everything that people wrote is Ukrainian. */
beforeAll(async () => {
  journey = await Journey.begin();
  [app, world] = [await startApp(), await World.open()];
  const scenes = new AwardScenes(app, world);
  of = await scenes.rated(RATED);
  sessionId = await scenes.planned(of);
  await scenes.voted(of, sessionId);
  await scenes.sign(of, sessionId);
  await scenes.order(of);
  const { ruleSet, sha256 } = freezeRuleSet(presetRuleSet('1049-2020'));
  const rules = { rule_set: JSON.stringify(ruleSet), rule_set_sha256: sha256 };
  const until = { closes_at: new Date(Date.now() + TEN_DAYS_MS), decision_until: '2099-12-20' };
  await receivingCompetition(world, of.organiserId, { ...rules, ...until, title: CALL, title_en: OPEN });
  visitor = await inEnglish('reader@people.example');
  anna = await inEnglish('anna.bridge@ngo.example');
});
afterAll(async () => {
  await world?.close();
  await app?.close();
  await journey?.end();
});

const inEnglish = (email: string) => journey.person(email, { locale: 'en-GB' });

async function signedIn(email: string): Promise<Person> {
  const person = await inEnglish(email);
  await person.open('/en/sign-in');
  await person.fillAll({ 'E-mail': email, Password: PASSWORD });
  await person.press('Sign in');
  expect(person.path).toBe('/en/desk');
  return person;
}

async function auditor(): Promise<string> {
  const grant = { role: 'auditor', scopeKind: 'organiser', scopeId: of.organiserId } as const;
  const { personId, email } = await world.person([], { password_hash: await hashPassword(PASSWORD) });
  await world.grant(personId, grant, { until_on: '2099-12-31', act_number: '17/А', act_on: '2020-01-01' });
  return email;
}

/** Opens a page and hears whether it speaks English, with its Ukrainian words marked; the status of the answer. */
async function hears({ page }: Person, path: string): Promise<number> {
  const answer = await page.goto(`${journey.system.url}/en${path}`);
  const said = [await page.locator('html').getAttribute('lang'), await page.title()];
  expect([path, ...said]).toEqual([path, 'en', expect.stringMatching(/ – Spryiannia$/)]);
  await journey.check.listen(page);
  return answer!.status();
}

async function looksAt(person: Person, paths: string[]): Promise<void> {
  for (const path of paths) expect([path, await hears(person, path)]).toEqual([path, path === NOWHERE ? 404 : 200]);
}

const CHANGING = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d[\w.-]*|(?<=^\/words\/).*/g;
/** Files, which a browser saves instead of showing them. */
const FILE =
  /\/(document|documents|files|extract|feed|order)\b|\.(pdf|csv|xlsx|docx|jsonl|zip|ics|atom)$|\/templates\/|format=/;

/** Follows the links of a page and of the pages behind them; each form of an address is looked at once. */
async function wanders(person: Person, start: string, most: number): Promise<number> {
  const seen = new Set<string>();
  const ahead = [start];
  for (let path = ahead.shift(); path !== undefined && seen.size < most; path = ahead.shift()) {
    const form = path.split(/[?#]/)[0]!.replace(CHANGING, '#');
    if (seen.has(form)) continue;
    seen.add(form);
    await hears(person, path);
    ahead.push(...(await linksOn(person)));
  }
  return seen.size;
}

async function linksOn({ page }: Person): Promise<string[]> {
  const hrefs = await page
    .locator('.page a[href^="/en/"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')!));
  return hrefs.filter((href) => !FILE.test(href)).map((href) => href.slice('/en'.length));
}

describe('English from start to end', () => {
  scene('a visitor reads what everybody may read', async () => {
    const results = `/competitions/${of.code}/results`;
    await looksAt(visitor, [results, '/competitions?group=decided', '/search?q=рада', NOWHERE, '/sign-in']);
    await looksAt(visitor, ['/competitions', '/open-data/results', '/contacts', '/demo']);
    expect(await wanders(visitor, '', 20)).toBeGreaterThan(5);
  });

  scene('a person signs up, and the letter is English', async () => {
    await anna.open('/en/competitions');
    await anna.follow(OPEN);
    await anna.follow('Sign up');
    await anna.press('Send the letter');
    expect(await anna.errors()).toHaveLength(1);
    await anna.fillAll(PROTECTED);
    await anna.press('Send the letter');
    const letter = await anna.letter('Finish signing up to Spryiannia');
    expect(letter.text).toContain('/en/sign-up/');
    await anna.followsLetter('Finish signing up to Spryiannia');
    await anna.press('Sign up and sign in');
    expect((await anna.errors()).length).toBeGreaterThan(2);
    await anna.fillAll({ 'Family name': 'Bridge', 'Given name': 'Anna', 'New password': PASSWORD });
    await anna.tick('I have read the notice and agree to the processing of my personal data');
    await anna.press('Sign up and sign in');
    await anna.reads('My desk');
  });

  scene('she brings in an organisation with a Ukrainian name; what she typed wrong comes back', async () => {
    await anna.follow('Add an organisation');
    await anna.fillAll({ ...CARD, 'EDRPOU code': '61000009' });
    await anna.tick('Public association');
    await anna.select('Non-profit sign', '0032');
    await anna.press('Save the card');
    expect(await anna.errors()).toEqual([expect.stringContaining('8 digits')]);
    expect(await anna.valueOf('Full name')).toBe(NAME);
    await anna.fill('EDRPOU code', EDRPOU);
    await anna.press('Save the card');
    await anna.reads('The right to act is not verified', NAME);
    await anna.follow('Add the register extract');
    await anna.press('Send the extract');
    expect((await anna.errors()).length).toBeGreaterThan(0);
    await anna.fillAll({ 'Full name in the extract': NAME, 'Head in the extract': 'Bridge Anna' });
    await anna.attach('File of the extract', { name: 'Витяг.pdf', ...PDF });
    await anna.press('Send the extract');
    await anna.reads('The extract is added');
    await looksAt(anna, ['/claims/new', '/claims/mine', '/account', '/account/details', '/notices']);
  });

  scene('she writes the proposal page by page', async () => {
    await anna.open('/en/competitions');
    await anna.follow(OPEN);
    await anna.press('Submit a proposal');
    await anna.press('Start a proposal');
    await anna.reads('NOT SUBMITTED');
    await anna.follow('Title, priority and dates');
    await anna.press('Save and go on');
    await anna.follow('Contents of the proposal');
    await anna.follow('Title, priority and dates');
    const dates = { 'First day of the project': '01.03.2021', 'Last day of the project': '31.10.2021' };
    await anna.fillAll({ 'Title of the project': PROJECT, ...dates });
    await anna.tick('Молодь');
    await anna.press('Save and go on');
    await anna.fill('Яку проблему?', ANSWER);
    await anna.press('Save and go on');
    await anna.select('Month', 'March 2021', { in: 'Activity 1' });
    await anna.fill('What will be done', 'Visits begin', { in: 'Activity 1' });
    await anna.press('Save and go on');
    const line = { Expense: 'Bicycles', Quantity: '4', 'Price of a unit, UAH': '5000' };
    const shares = { 'From the competition, UAH': '15000', 'Own contribution, UAH': '5000' };
    await anna.fillAll({ ...line, ...shares }, { in: 'Row 1' });
    await anna.press('Save and go on');
    for (const [place, what] of Object.entries({ 'Indicator 1': 'Visits', 'Indicator 2': 'People feel safer' }))
      await anna.fillAll(
        { 'What is measured': what, 'As it will be': '60', 'How you will confirm it': 'Diary' },
        { in: place },
      );
    await anna.press('Save and go on');
  });

  scene('she submits it; the receipt is English on the page, in the letter and on paper', async () => {
    await anna.follow('Contents of the proposal');
    await anna.follow('Check and submit');
    await anna.press('Submit the proposal');
    await anna.reads('The proposal is received', PROJECT);
    const code = /No\. (\S+)\. /.exec(await anna.text())![1]!;
    const letter = await anna.letter(`Proposal No. ${code} is received`);
    expect(letter.text).toContain('Register number');
    await anna.waitsFor('Download the PDF');
    const paper = await anna.file('Download the PDF');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(paper)), { mergePages: true });
    expect(text).toContain('Receipt for a competition proposal');
    await looksAt(anna, ['/desk', '/applications']);
  });

  scene('an administrator verifies her right, and the letter about it is English', async () => {
    const grant = { role: 'administrator', scopeKind: 'system', scopeId: null } as const;
    const { email } = await world.person([grant], { password_hash: await hashPassword(PASSWORD) });
    const administrator = await signedIn(email);
    await administrator.open('/en/claims');
    await administrator.follow('Bridge Anna');
    await administrator.reads('Name and head agree', NAME);
    await administrator.press('Decide');
    expect(await administrator.errors()).not.toEqual([]);
    await administrator.tick('Confirm the right to act');
    await administrator.press('Decide');
    await administrator.reads('Decided; the people concerned get letters.');
    const { text } = await anna.letter('Your right to act for an organisation is confirmed');
    expect(text).toMatch(/^Hello, Anna/);
    expect(await wanders(administrator, '/desk', 12)).toBeGreaterThan(8);
  });

  scene('an officer, an auditor, a director and the commission look at their desks and rooms', async () => {
    const room = `/organiser/competitions/${of.id}`;
    const lists = ['/desk', '/organiser/competitions', '/claims', '/words'];
    const officer = await signedIn(of.officer.email);
    await looksAt(officer, [...lists, '/organiser/calls', '/organiser/letters']);
    expect(await wanders(officer, room, 18)).toBeGreaterThan(10);
    const reader = await signedIn(await auditor());
    await looksAt(reader, lists);
    expect(await wanders(reader, room, 8)).toBeGreaterThan(5);
    await looksAt(await signedIn(of.director.email), [...lists.slice(0, 2), room, `${room}/order`]);
    for (const { email } of [of.chair, of.members[0]!])
      await looksAt(await signedIn(email), ['/desk', '/scoring', `/sessions/${sessionId}`, '/account']);
  });

  scene('no page had a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(20);
  });
});
