import { competitionById } from '#libs/competitions';
import { changeSlot, presetRuleSet } from '#libs/terms';
import { startApp, type TestApp } from '../support/app.js';
import { CompetitionWorld } from '../support/competition-world.js';
import type { Visitor } from '../support/visitor.js';
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

/** Posts a form with the version that its page holds. */
async function fill(visitor: Visitor, path: string, fields: Record<string, string>) {
  const { html } = await visitor.get(path);
  const version = /name="version" value="(\d+)"/.exec(html)![1]!;
  return visitor.post(path, { version, ...fields });
}

describe('the values of the rules', () => {
  it('rule 3: let a person vouch for a value with name, day and link', async () => {
    const visitor = await its.signedIn(its.officer);
    const own = `/organiser/competitions/${await its.draft()}`;
    const slot = `${own}/rules/receptionMinDays`;
    const { html } = await visitor.get(slot);
    const version = /name="version" value="(\d+)"/.exec(html)![1]!;
    const incomplete = await visitor.post(`${slot}/confirmation`, {
      version,
      by: 'Ірина Тесленко',
      on: '01.10.2020',
      link: 'акт',
    });
    expect(incomplete.status).toBe(422);
    const link = 'https://zakon.rada.gov.ua/laws/show/1049-2011-п';
    const done = await visitor.post(`${slot}/confirmation`, { version, by: 'Ірина Тесленко', on: '01.10.2020', link });
    expect(done.status).toBe(303);
    const { ruleSet } = await competitionById(app.db, own.split('/').pop()!);
    expect(ruleSet!.slots.receptionMinDays).toMatchObject({
      verified: true,
      verification: { by: 'Ірина Тесленко', on: '2020-10-01', link },
    });
    expect((await visitor.get(`${own}/settings/rules`)).text).toContain('Підтверджено: Ірина Тесленко');
  });

  it('say honestly which way of deciding is not there yet, and refuse it', async () => {
    const visitor = await its.signedIn(its.officer);
    const path = `/organiser/competitions/${await its.draft()}/rules/discussion`;
    expect((await visitor.get(path)).text).toContain('Система цього ще не вміє');
    const refused = await fill(visitor, path, { value: 'yes', source: 'Наказ № 45' });
    expect([refused.status, refused.text.includes('обіцянкою без виконання')]).toEqual([422, true]);
  });

  it('lead the officer through where a preset names a way that is not there: what is missing, what to set, why', async () => {
    const visitor = await its.signedIn(its.officer);
    const id = await its.draft();
    const ruleSet = changeSlot(presetRuleSet('1049-2021'), 'discussion', true, 'Порядок');
    await its.save(id, { ruleSet, orderNumber: '45', orderOn: '2020-10-01' });
    const own = `/organiser/competitions/${id}`;
    const line = 'Обговорення оцінок, що розходяться або лежать біля прохідного бала: зараз «так»';
    expect((await visitor.get(own)).text).toContain(line);
    const page = await visitor.get(`${own}/rules/discussion`);
    expect(page.text).toContain('Система ще не вміє проводити обговорення оцінок');
    expect(page.text).toContain('Внесіть нижче «ні»');
    expect(page.html).toMatch(/value="Наказ № 45 від 01.10.2020"/);
    await fill(visitor, `${own}/rules/discussion`, { value: 'no', source: 'Наказ № 45 від 01.10.2020' });
    expect((await visitor.get(own)).text).not.toContain(line);
  });

  it('offer who admits and who distributes the money, and print the choice in the announcement', async () => {
    const visitor = await its.signedIn(its.officer);
    const id = await its.draft();
    const own = `/organiser/competitions/${id}`;
    const source = 'Порядок департаменту, п. 12';
    await fill(visitor, `${own}/rules/admissionBy`, { value: 'officer', source });
    await fill(visitor, `${own}/rules/awardBy`, { value: 'director', source });
    await fill(visitor, `${own}/rules/extraSheet`, { value: 'yes', source });
    await fill(visitor, `${own}/rules/wideSpreadPoints`, { unlimited: 'yes', source });
    await fill(visitor, `${own}/rules/nearLinePoints`, { value: '2', source });
    const preview = (await visitor.get(`${own}/preview`)).text;
    expect(preview).toContain('До участі допускає організатор');
    expect(preview).toContain('Кошти розподіляє керівник організатора наказом за рейтингом');
    expect(preview).toContain('Якщо середня оцінка віддалена від прохідного бала не більше ніж на 2 бали, пропозицію');
  });

  it('rule 3: adopt by one order, or confirm by one act, all the values that are ticked', async () => {
    const visitor = await its.signedIn(its.officer);
    const own = `/organiser/competitions/${await its.draft()}`;
    const values = `${own}/values`;
    const posted = async (typed: Record<string, string | string[]>) => {
      const version = /name="version" value="(\d+)"/.exec((await visitor.get(values)).html)![1]!;
      return visitor.post(values, { version, ...typed });
    };
    expect((await visitor.get(own)).html).toContain(`href="${values}"`);
    expect((await visitor.get(own)).html).toContain(`href="${own}/rules/receptionMinDays"`);
    expect((await visitor.get(`${values}?key=all`)).html).toMatch(/value="receptionMinDays"\s+checked/);

    const ahead = { how: 'adopt', keys: ['receptionMinDays', 'termYears'], number: '45', on: '01.10.2090' };
    const refused = await posted(ahead);
    expect([refused.status, refused.html.includes('href="#on"')]).toEqual([422, true]);
    expect(refused.html).toMatch(/value="termYears"\s+checked/);
    expect((await posted({ how: 'adopt', number: '', on: '' })).status).toBe(422);

    expect((await posted({ ...ahead, on: '01.10.2020' })).status).toBe(303);
    const act = { by: 'Ірина Тесленко', checkedOn: '02.10.2020', link: 'https://zakon.rada.gov.ua/laws/1049' };
    expect((await posted({ how: 'confirm', keys: ['contractDays'], ...act })).status).toBe(303);
    const { slots } = (await competitionById(app.db, own.split('/').pop()!)).ruleSet!;
    const order = { number: '45', on: '2020-10-01' };
    expect([slots.receptionMinDays.adoption, slots.termYears.adoption]).toEqual([order, order]);
    expect(slots.contractDays).toMatchObject({ verified: true, verification: { by: 'Ірина Тесленко' } });
    const rules = await visitor.get(`${own}/settings/rules`);
    expect(rules.text).toContain('прийнято наказом № 45 від 01.10.2020');
    expect(rules.html).toContain(`href="${act.link}"`);
  });
});
