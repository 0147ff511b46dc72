import { startApp, type TestApp } from '../support/app.js';
import { CompetitionWorld } from '../support/competition-world.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
let its: CompetitionWorld;

beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  its = await CompetitionWorld.open(app, world);
});
afterAll(async () => {
  await world.close();
  await app.close();
});

describe('a draft that was left half-done', () => {
  it('rule 25: shows all its terms in a table with a picture, and what does not fit before 31 December', async () => {
    const id = await its.complete();
    const own = `/organiser/competitions/${id}`;
    const visitor = await its.signedIn(its.officer);
    const whole = await visitor.get(own);
    expect(whole.text).toContain('30 календарних днів від 11.12.2020 → 10.01.2021, неділя → 11.01.2021.');
    expect(whole.html.match(/<svg class="year-bar"/g)).toHaveLength(10);
    expect(whole.text).not.toContain('комусь доведеться працювати без договору');
    await its.save(id, { projectsFrom: '2021-01-04', projectsUntil: '2021-12-24' });
    const late = await visitor.get(own);
    expect(late.text).toContain('Проєкти починаються 04.01.2021, а договори укладають до 11.01.2021');
    expect(late.text).toContain('Звіти надійдуть до 04.01.2022, уже після 31.12.2021');
    expect((await visitor.get(`/en${own}`)).text).toContain('Reports come by 04.01.2022, after 31.12.2021');
  });

  it('rule 22: names limits that cannot be met and criteria with nothing to read, each with its page', async () => {
    const id = await its.complete();
    const own = `/organiser/competitions/${id}`;
    await its.save(id, { capKop: 50_000_000, applicationsPerOrganisationMax: 2 });
    const criterion = { key: 'new', title: 'Сталість', question: '', maxPoints: 5, guidance: [] };
    await its.save(id, { criteria: [criterion] });
    const { text, html } = await (await its.signedIn(its.officer)).get(own);
    expect(text).toContain('Для критерію «Сталість» у формі немає жодного питання');
    expect(text).toContain('Одна організація може подати таку кількість пропозицій: 2, кожна по 500 000,00 грн');
    expect(html).toContain(`href="${own}/settings/participation#applicationsPerOrganisationMax"`);
    expect(html).toMatch(new RegExp(`href="${own}/form#question-\\w+"`));
  });

  it('is walked through as an applicant would, and nothing of it is kept', async () => {
    const id = await its.complete();
    const own = `/organiser/competitions/${id}`;
    const visitor = await its.signedIn(its.officer);
    const count = () => world.rows<{ count: string }>('select count(*) from applications.application');
    const before = await count();
    let path = /href="([^"]+)"[^>]*>\s*Переглянути форму очима заявника/.exec(
      (await visitor.get(`${own}/preview`)).html,
    )![1]!;
    const seen: string[] = [];
    while (path !== `${own}/preview`) {
      const { status, html, text } = await visitor.get(path);
      expect([
        status,
        text.includes('Далі:') || text.includes('До оголошення'),
        html.includes('<form method="post" action="/organiser'),
      ]).toEqual([200, true, false]);
      seen.push(path.split('/').pop()!);
      path = /href="([^"]+)"[^>]*>\s*(Далі:|До оголошення)/.exec(html)![1]!;
    }
    expect(seen).toEqual(['need', 'work', 'capacity', 'activities', 'budget', 'indicators', 'files']);
    expect(await count()).toEqual(before);
    expect((await (await its.signedIn(its.stranger)).get(`${own}/form/preview/need`)).status).toBe(404);
  });
});
