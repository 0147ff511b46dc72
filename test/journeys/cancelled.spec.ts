import { hashPassword } from '#libs/identity';
import { actScene, type ActScene } from '../support/act-scene.js';
import { submitted, type Submitted } from '../support/commission.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { WHOLE } from '../support/proposals.js';
import { World } from '../support/world.js';

const REASON = 'Кошти програми перерозподілено рішенням обласної ради.';
const ACT = { name: 'Акт.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n%%EOF') };
const PROPOSAL = 'Книга їде в село';
/** All that the page of a submitted proposal shows. */
const CONTENT = {
  ...{ title: PROPOSAL, language: 'uk', priority: 'Молодь', startOn: '2021-02-01', endOn: '2021-11-30' },
  organisation: { name: 'Громадська організація «Спілка»', edrpou: '20000011' },
  sections: [],
  activities: WHOLE.activities,
  budget: { lines: WHOLE.lines, requestedKop: 3_000_000, ownKop: 1_000_000, totalKop: 4_000_000 },
  files: [],
};
const DRAFT = 'Театр у дворі';

let journey: Journey;
let world: World;
let of: ActScene;
let proposal: Submitted;
let draftId: string;
let officer: Person;
let director: Person;
let applicant: Person;
let visitor: Person;

/** One proposal is in, one organisation still writes; from here on everybody sits before a browser. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-10-20T12:00:00+03:00' });
  world = await World.open();
  const password_hash = await hashPassword(PASSWORD);
  of = await actScene(world, { password_hash });
  proposal = await submitted(world, of.id, { title: PROPOSAL, content: CONTENT });
  const { organisationId, actor } = of.who;
  draftId = await world.application(of.id, organisationId, {
    ...{ state: 'draft', title: DRAFT, created_by: actor.personId },
  });
  await world.rows('update identity.person set password_hash = $1', [password_hash]);
  officer = await journey.signedIn(of.officer.email);
  director = await journey.signedIn(of.director.email);
  applicant = await journey.signedIn(proposal.applicant.email);
  visitor = await journey.person('visitor@people.example');
});
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

describe('a competition is cancelled while proposals come in', () => {
  const room = () => `/organiser/competitions/${of.id}`;

  scene('the officer prepares the act; a forgotten number comes back with all that was typed', async () => {
    await officer.open(room());
    await officer.follow('Акти про зміни');
    await officer.follow('Скасувати конкурс');
    await officer.fillAll({ 'Дата акта': '20.10.2020', Причина: REASON });
    await officer.press('Підготувати акт');
    expect(await officer.errors()).toEqual(['Введіть номер акта']);
    expect(await officer.valueOf('Причина')).toBe(REASON);
    await officer.fill('Номер акта', '17-од');
    await officer.attach('Документ', ACT);
    await officer.press('Підготувати акт');
    await officer.reads('Акт підготовлено', 'Чекає на підтвердження керівника');
    await visitor.open(`/competitions/${of.code}`);
    await visitor.doesNotRead(REASON);
  });

  scene('the director finds it on the desk and confirms it', async () => {
    await director.open('/desk');
    await director.follow('Підтвердити акт: Скасувати конкурс');
    await director.reads(REASON, 'Підтвердження остаточне');
    await director.press('Підтвердити акт');
    await director.reads('Акт підтверджено', 'Конкурс скасовано', REASON);
  });

  scene('those who submitted, those who were writing and the commission are told', async () => {
    const concerned = [proposal.applicant, of.who.actor, of.chair, of.expert];
    for (const { email } of concerned) {
      const { text } = await (await journey.person(email)).letter('Конкурс скасовано');
      expect(text).toContain(REASON);
      expect(text).toContain('№ 17-од');
    }
  });

  scene('everybody reads first what happened, and the document opens', async () => {
    await visitor.open(`/competitions/${of.code}`);
    await visitor.reads('Скасовано', 'Конкурс скасовано', 'Акт № 17-од від 20.10.2020', REASON);
    expect(await visitor.file('Документ акта № 1 у переліку')).toEqual(ACT.buffer);
    expect(await visitor.page.locator('.page [aria-current="step"]').count()).toBe(0);
    await visitor.open('/competitions?group=stopped');
    await visitor.reads('Конкурс скасовано. Акт № 17-од');
    await visitor.open(`/en/competitions/${of.code}`);
    await visitor.reads('The competition is cancelled', 'Act No. 17-од');
    const json = await visitor.context.request.get(`${journey.system.url}/api/v1/competitions/${of.code}`);
    expect(await json.json()).toMatchObject({
      phase: 'cancelled',
      acts: [{ kind: 'cancel', number: '17-од', document: `/competitions/${of.code}/acts/1/document` }],
    });
  });

  scene('nothing is lost: the applicant reads the proposal, and may not change it', async () => {
    await applicant.open('/applications');
    await applicant.follow(PROPOSAL);
    await applicant.reads('Конкурс скасовано', 'збережено');
    await applicant.follow('Що подано');
    await applicant.reads(PROPOSAL, 'Книжки');
    const writer = await journey.signedIn(of.who.actor.email);
    await writer.open(`/applications/${draftId}`);
    await writer.reads(DRAFT, 'Конкурс скасовано');
  });

  scene('no button leads on: not here, not on the pages of the staff', async () => {
    const pages: [Person, string][] = [
      [visitor, `/competitions/${of.code}`],
      [applicant, `/competitions/${of.code}`],
      [applicant, `/applications/${proposal.id}`],
      [officer, room()],
      [officer, `${room()}/acts`],
      [director, `${room()}/acts`],
    ];
    for (const [person, path] of pages) {
      await person.open(path);
      const buttons = await person.page
        .locator('main form[method=post]:not([action="/sign-out"]) button')
        .allInnerTexts();
      expect([path, buttons]).toEqual([path, []]);
      await person.doesNotRead('Подати конкурсну пропозицію', 'Відкликати пропозицію');
    }
    await officer.reads('Конкурс скасовано, подальших актів немає.');
    await director.open('/desk');
    await director.doesNotRead('Підтвердити акт');
  });

  scene('no page had a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(10);
  });
});
