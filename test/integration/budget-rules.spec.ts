import { SaveBudget } from '#libs/applications';
import { competitionById, OPEN_BUDGET } from '#libs/competitions';
import { newId } from '#libs/platform/database';
import { Accounts } from '../support/accounts.js';
import { startApp, type TestApp } from '../support/app.js';
import { CompetitionWorld } from '../support/competition-world.js';
import { A_DAY, applicant, receivingCompetition, setClock, wholeDraft } from '../support/proposals.js';
import type { Visitor } from '../support/visitor.js';
import { World } from '../support/world.js';

const PAY = { key: 'group-1', title: 'Оплата праці', titleEn: 'Pay', capHundredths: 3000, isAdministrative: false };
const REST = { key: 'group-2', title: 'Матеріали', titleEn: '', capHundredths: null, isAdministrative: false };

let app: TestApp;
let world: World;
let its: CompetitionWorld;
let accounts: Accounts;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
  its = await CompetitionWorld.open(app, world);
  accounts = new Accounts(app, world);
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

describe('an officer', () => {
  it('rule 24: names groups of costs with their caps, row by row, without scripts', async () => {
    const id = await its.draft();
    const visitor = await its.signedIn(its.officer);
    const path = `/organiser/competitions/${id}/settings/budget`;
    const open = await visitor.get(path);
    const version = /name="version" value="(\d+)"/.exec(open.html)![1]!;
    const added = await visitor.post(path, { version, row: 'add', isByMonths: 'yes' });
    expect(added.html).toMatch(/name="groups\[0\]\[key\]"[^>]*value="group-1"/);
    const rows = {
      ...{ version, isByMonths: 'yes', hasOtherSources: 'yes' },
      ...{ 'groups[0][key]': 'group-1', 'groups[0][title]': 'Оплата праці', 'groups[0][titleEn]': 'Pay' },
      ...{ 'groups[1][key]': 'group-2', 'groups[1][title]': '', 'groups[1][capHundredths]': '' },
    };
    const refused = await visitor.post(path, { ...rows, 'groups[0][capHundredths]': '130' });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Введіть відсоток від 0 до 100');
    expect(refused.text).toContain('Назвіть групу витрат або вилучіть її');
    const saved = await visitor.post(path, {
      ...{ ...rows, 'groups[0][capHundredths]': '30', 'groups[1][title]': 'Матеріали' },
    });
    expect([saved.status, saved.text]).toEqual([303, '']);
    const { budgetRules } = await competitionById(app.db, id);
    expect(budgetRules).toEqual({ groups: [PAY, REST], hasOtherSources: true, isByMonths: true });
    const preview = await visitor.get(`/organiser/competitions/${id}/preview`);
    expect(preview.text).toContain('Оплата праці: не більше ніж 30 % від суми, яку просить проєкт');
  });

  it('rule 1: what was announced stays as it was', async () => {
    const id = await its.announced();
    expect((await competitionById(app.db, id)).budgetRules).toEqual(OPEN_BUDGET);
    const change = `update competitions.competition set budget_rules = '{"isByMonths": true}' where id = $1`;
    await expect(world.rows(change, [id])).rejects.toThrow('the rules of an announced competition are frozen');
  });
});

describe('an applicant', () => {
  const RULES = { groups: [PAY, REST], hasOtherSources: true, isByMonths: true };

  async function draft(): Promise<{ visitor: Visitor; own: string; id: string }> {
    const organiser = await world.organiser();
    const competition = await receivingCompetition(world, organiser.id, { budget_rules: JSON.stringify(RULES) });
    const who = await applicant(world);
    const id = await wholeDraft(app, competition, who);
    await setClock(world, A_DAY);
    const visitor = await accounts.signedIn(`budget-${newId()}@people.example`, [
      { role: 'applicant', scopeKind: 'organisation', scopeId: who.organisationId },
    ]);
    await app.get(SaveBudget).execute(await app.ctx(who.actor, A_DAY), id, 1, []);
    return { visitor, own: `/applications/${id}`, id };
  }

  const line = (index: number, fields: Record<string, string>) =>
    Object.fromEntries(Object.entries(fields).map(([name, value]) => [`lines[${index}][${name}]`, value]));

  const pay = (fields: Record<string, string>) =>
    line(0, { title: 'Тренер', group: 'group-1', quantity: '1', months: '3', price: '1000', ...fields });
  const books = line(1, {
    title: 'Книжки',
    group: 'group-2',
    quantity: '1',
    months: '1',
    price: '7000',
    funded: '7000',
  });

  it('rules 21, 24: chooses groups, counts by months, is told which cap is exceeded', async () => {
    const { visitor, own } = await draft();
    const page = await visitor.get(`${own}/budget`);
    expect(page.text).toContain('кількість × ціна × місяці');
    const save = (version: number, fields: Record<string, string>) =>
      visitor.post(`${own}/budget`, { version: String(version), action: 'recalculate', ...fields });
    expect((await save(2, { ...pay({ funded: '3000', group: '' }), ...books })).status).toBe(303);
    expect((await visitor.get(`${own}/submission`)).text).toContain('Кошторис, рядок 1: оберіть групу витрат');
    await save(3, { ...pay({ funded: '2500', own: '400', months: '4', other: '500' }), ...books });
    const check = await visitor.get(`${own}/submission`);
    expect(check.text).not.toContain('оберіть групу витрат');
    expect(check.text).toContain('вартість 4 000,00 грн, а частки разом 3 400,00 грн');
    await save(4, { ...pay({ funded: '', months: '4', other: '500', own: '0' }), ...books });
    const over = await visitor.get(`${own}/submission`);
    expect(over.text).toContain('Група «Оплата праці»: 3 500,00 грн коштів конкурсу, а дозволено до 3 150,00 грн');
    expect((await visitor.get(`/en${own}/submission`)).text).toContain('Group “Pay”');
    expect((await visitor.get(`${own}/budget`)).text).toContain('Оплата праці понад межу');
  });

  it('sends the words of the groups with the proposal, the months and the other sources', async () => {
    const { visitor, own, id } = await draft();
    await visitor.get(`${own}/budget`);
    const typed = { own: '1 850', months: '5', funded: '2 800', other: '350' };
    const saved = await visitor.post(`${own}/budget`, { version: '2', action: 'next', ...pay(typed), ...books });
    expect(saved.status).toBe(303);
    const check = await visitor.get(`${own}/submission`);
    expect(check.html).not.toContain('id="problems"');
    const version = /name="version" value="(\d+)"/.exec(check.html)![1]!;
    expect((await visitor.post(`${own}/submission`, { version })).location).toBe(`${own}/receipt`);
    const [sent] = await world.rows<{ content: { budget: { lines: object[] } } }>(
      'select requested_kop, own_kop, other_kop, total_kop, content from applications.submission where application_id = $1',
      [id],
    );
    expect(sent).toMatchObject({
      requested_kop: '980000',
      own_kop: '185000',
      other_kop: '35000',
      total_kop: '1200000',
    });
    expect(sent!.content.budget.lines[0]).toMatchObject({ group: 'group-1', category: 'Оплата праці', months: 5 });
    const reading = await visitor.get(`${own}/reading`);
    expect([reading.status, reading.text.includes('Інші джерела'), reading.text.includes('Місяців')]).toEqual([
      ...[200, true, true],
    ]);
  });
});
