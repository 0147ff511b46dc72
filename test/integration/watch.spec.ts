import { watchCompetition } from '#libs/applications';
import { startApp, type TestApp } from '../support/app.js';
import { ADMIT, Admissions } from '../support/admissions.js';
import { browserOf, commission, submitted, type Commission } from '../support/commission.js';
import { World } from '../support/world.js';

let app: TestApp;
let world: World;
beforeAll(async () => {
  app = await startApp();
  world = await World.open();
});
afterAll(async () => {
  await world?.close();
  await app?.close();
});

const NEED =
  'Сільські бібліотеки нашої громади зачинено три роки тому, і двісті дітей не мають де читати й зустрічатися після школи щодня.';
const OTHER =
  'Громада прибере берег річки, висадить сорок дерев і поставить лавки біля води, щоб люди похилого віку мали де відпочити.';

const saying = (problem: string) => ({
  content: {
    sections: [{ key: 'need', title: 'Проблема', answers: [{ key: 'problem', question: 'Яку?', answer: problem }] }],
  },
});

const watch = ({ competitionId }: Commission) =>
  app.uow.run({ actor: { kind: 'system' } as never, now: new Date(), lang: 'uk', requestId: 'watch' }, (tx) =>
    watchCompetition(tx, competitionId),
  );

const likenessOf = ({ competitionId }: Commission, id: string): string =>
  `/organiser/competitions/${competitionId}/admission/${id}/likeness`;

describe('the watch for near copies', () => {
  it('rule 12: shows nearly the same words of another year side by side, with how much is alike', async () => {
    const last = await commission(world, 1, { budget_year: 2020 });
    await submitted(world, last.competitionId, { title: 'Торішня', ...saying(NEED) });
    await watch(last);
    const officer = last.officer;
    const competition = await world.competition(last.organiserId, { state: 'admission' });
    const now = { ...last, competitionId: competition.id };
    const copy = await submitted(world, now.competitionId, saying(NEED.replace('двісті', 'триста')));
    const honest = await submitted(world, now.competitionId, saying(OTHER));
    await watch(now);
    const browser = await browserOf(app, officer);
    const page = (await browser.get(likenessOf(now, copy.id))).text;
    expect(page).toContain('триста');
    expect(page).toContain('двісті');
    expect(page).toMatch(/збіг \d\d %/);
    expect((await browser.get(likenessOf(now, honest.id))).text).toContain('не знайдено');
  });

  it('tells a passage once, with everything that is like it, and does not repeat what is the same word for word', async () => {
    const town = await commission(world, 1);
    const mine = await submitted(world, town.competitionId, saying(NEED));
    for (const words of [NEED, NEED, NEED.replace('двісті', 'сімсот')])
      await submitted(world, town.competitionId, saying(words));
    await watch(town);
    const page = (await (await browserOf(app, town.officer)).get(likenessOf(town, mine.id))).text;
    expect(page.match(/двісті/g)).toHaveLength(1);
    expect(page.match(/Слово в слово/g)).toHaveLength(2);
    expect(page).toContain('сімсот');
  });

  it('tells that another authority has the like, and shows none of its words', async () => {
    const neighbour = await commission(world, 1);
    const theirs = await submitted(world, neighbour.competitionId, {
      title: 'Сусідська',
      ...saying(`${NEED} Сусіди.`),
    });
    await watch(neighbour);
    const town = await commission(world, 1);
    const ours = await submitted(world, town.competitionId, saying(NEED));
    await watch(town);
    const page = (await (await browserOf(app, town.officer)).get(likenessOf(town, ours.id))).html;
    expect(page).toContain('іншого організатора');
    for (const secret of ['Сусіди.', 'Сусідська', theirs.id, theirs.code]) expect(page).not.toContain(secret);
    const stranger = await browserOf(app, neighbour.officer);
    expect((await stranger.get(likenessOf(town, ours.id))).status).toBe(404);
  });

  it('only advises: what is wholly alike is admitted all the same', async () => {
    const town = await commission(world, 1);
    const [first] = [
      await submitted(world, town.competitionId, saying(NEED)),
      await submitted(world, town.competitionId, saying(NEED)),
    ];
    await watch(town);
    const admissions = new Admissions(app, world);
    await admissions.check(town, first.id, ADMIT);
    expect((await admissions.rowOf(first.id))?.verdict).toBe('admit');
  });

  it('never looks into what is not opened: passages come with the opening act', async () => {
    const sealed = await commission(world, 1, { state: 'announced' });
    const { id } = await submitted(world, sealed.competitionId, saying(NEED));
    expect(await world.rows('select 1 from applications.passage where application_id = $1', [id])).toEqual([]);
  });
});
