import { CopyCompetition, competitionById, competitionSettings } from '#libs/competitions';
import { kyivInstant } from '#libs/platform/clock';
import { presetRuleSet, unsettledSlots } from '#libs/terms';
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

const NEXT = { title: 'Конкурс проєктів 2022 року', announcedOn: '2021-10-05', budgetYear: 2022 };

async function copyOf(id: string, actor = its.officer): Promise<string> {
  const ctx = await app.ctx(actor, kyivInstant('2021-09-01', '10:00'));
  return app.get(CopyCompetition).execute(ctx, id, { ...NEXT, measureId: its.measureId });
}

describe('a copy of last year’s competition', () => {
  it('rule 2: takes everything but the orders along, under the rules of its own day', async () => {
    const id = await its.announced();
    const [last, next] = [await competitionSettings(app.db, id), await competitionSettings(app.db, await copyOf(id))];
    const words = ({ title, question, maxPoints }: (typeof last.criteria)[number]) => [title, question, maxPoints];
    expect(next.criteria.map(words)).toEqual(last.criteria.map(words));
    expect([next.form, next.priorities.map(({ title }) => title)]).toEqual([last.form, ['Молодь']]);
    expect(next).toMatchObject({
      ...{ state: 'draft', code: null, title: NEXT.title, budgetYear: 2022, potKop: last.potKop, capKop: last.capKop },
      ...{ copiedFromId: id, orderNumber: null, orderOn: null, lateAnnouncementReason: null },
      ...{
        ruleSetKey: '1049-2021',
        announcedOn: '2021-10-05',
        decisionUntil: '2021-12-13',
        projectsUntil: '2022-12-10',
      },
      closesAt: kyivInstant('2021-11-05', '18:00'),
    });
    // rule 3: what last year's order adopted is adopted by nobody yet.
    expect(unsettledSlots(next.ruleSet!)).toEqual(unsettledSlots(presetRuleSet('1049-2021')));
    const facts = (await its.factsOf(next.id)).sort();
    expect(facts).toEqual(['competitions.created', 'competitions.settings-saved']);
  });

  it('is not planned for a day that is over: the field says so, and what was typed stays', async () => {
    const id = await its.announced();
    const officer = await its.signedIn(its.officer);
    await officer.get(`/organiser/competitions/${id}/copy`);
    const past = { ...NEXT, measureId: its.measureId, budgetYear: '2022', announcedOn: '01.03.2019' };
    const { status, text, html } = await officer.post(`/organiser/competitions/${id}/copy`, past);
    expect([status, text.includes('Цей день уже минув')]).toEqual([422, true]);
    expect(html).toContain('01.03.2019');
    expect(html).toContain(NEXT.title);
  });

  it('takes the English name along only with the Ukrainian one', async () => {
    const id = await its.announced();
    const last = (await competitionSettings(app.db, id)).title;
    await world.rows(`update competitions.competition set title_en = 'Competition for ' || budget_year where id = $1`, [
      id,
    ]);
    const ctx = await app.ctx(its.officer, kyivInstant('2021-09-01', '10:00'));
    const titleOf = async (title: string) => {
      const next = { ...NEXT, title, measureId: its.measureId };
      return (await competitionById(app.db, await app.get(CopyCompetition).execute(ctx, id, next))).titleEn;
    };
    expect(await titleOf(last.replace('2021', '2022'))).toBe('Competition for 2022');
    expect(await titleOf('Зовсім інший конкурс')).toBeNull();
  });

  it('is made by the officer of the same authority alone', async () => {
    const id = await its.announced();
    await expect(copyOf(id, its.stranger)).rejects.toMatchObject({ kind: 'forbidden' });
    await expect(copyOf(id, its.director)).rejects.toMatchObject({ code: 'competitions.officer-only' });
    const draft = await its.draft();
    await expect(copyOf(draft, its.stranger)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('is made from the list, and shows which rules and dates came out otherwise', async () => {
    const id = await its.announced();
    const visitor = await its.signedIn(its.officer);
    expect((await visitor.get('/organiser/competitions')).html).toContain('href="/organiser/competitions/copy"');
    expect((await visitor.get('/organiser/competitions/copy')).html).toContain(
      `href="/organiser/competitions/${id}/copy"`,
    );
    const path = `/organiser/competitions/${id}/copy`;
    expect((await visitor.get(path)).html).toContain('value="05.10.2021"');
    const form = {
      title: 'Конкурс із переліку',
      measureId: its.measureId,
      announcedOn: '06.11.2021',
      budgetYear: '2022',
    };
    const refused = await visitor.post(path, { ...form, title: '' });
    expect([refused.status, refused.html.includes('value="06.11.2021"')]).toEqual([422, true]);
    const ctx = await app.ctx(its.officer, kyivInstant('2021-09-01', '10:00'));
    const made = await app
      .get(CopyCompetition)
      .execute(ctx, id, { ...form, announcedOn: '2021-11-06', budgetYear: 2022 });
    const compared = `/organiser/competitions/${made}/last-year?done=copied`;
    const { text } = await visitor.get(compared);
    for (const words of [
      'Найменший склад комісії',
      '7 осіб',
      '5 осіб',
      'Голосування громадян',
      '05.11.2020',
      '07.12.2021',
    ])
      expect(text).toContain(words);
    expect(text).toContain('перенесено на робочий день (неділя)');
    expect((await visitor.get(compared.replace(/\/last-year.*/, ''))).text).toContain('Що інакше, ніж торік');
    const stranger = await its.signedIn(its.stranger);
    expect((await stranger.get(compared)).status).toBe(404);
    expect((await stranger.get('/organiser/competitions/copy')).text).not.toContain(
      (await competitionById(app.db, id)).code,
    );
  });
});
