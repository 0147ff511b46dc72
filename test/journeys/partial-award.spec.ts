import { hashPassword } from '#libs/identity';
import type { Actor } from '#libs/platform/access';
import { submitted, type Submitted } from '../support/commission.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { contentOf, inScope, KEYS } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';
import { World } from '../support/world.js';
import { AWARD } from './cast.js';
import { closeAndSign, openSession, voteFor } from './commission-work.js';
import { signOrder } from './staff-work.js';

const RULES = { partialAward: 'with-consent', partialConsentDays: 5, substitution: 'next-in-rating' };
const NEXT = 'Підтримка наступних за рейтингом';
/** In the order of their places; each asks for 30 000. */
const PROJECTS = ['Сад біля школи', 'Кіно під зорями', 'Лавки на площі'] as const;

let journey: Journey;
let world: World;
let competition: { id: string; code: string };
let officer: Person;
let director: Person;
let visitor: Person;
let applicants: Person[];
let members: Person[];

/** Three rated proposals, and money for one and a half. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-12-01T10:00:00+02:00' });
  world = await World.open();
  const password_hash = await hashPassword(PASSWORD);
  const { id: organiserId } = await world.organiser();
  const { id } = await world.competition(organiserId, {
    ...{ state: 'rated', rule_set: rulesWith(RULES), pot_kop: 4_500_000, cap_kop: 3_000_000, own_share_hundredths: 0 },
  });
  competition = { id, ...(await world.rows<{ code: string }>('select code from competitions.competition'))[0]! };
  const proposals = [];
  for (const [index, title] of PROJECTS.entries()) proposals.push(await rated(id, title, index));
  await world.rows('update identity.person set password_hash = $1', [password_hash]);
  const seat = async (role: string, scope: 'organiser' | 'competition') =>
    world.person([inScope(role, scope, scope === 'organiser' ? organiserId : id)], { password_hash });
  const enter = ({ email }: Actor) => journey.signedIn(email!);
  members = [];
  for (const role of ['commission-chair', 'commission-secretary', 'commission-member'])
    members.push(await enter(await seat(role, 'competition')));
  officer = await enter(await seat('officer', 'organiser'));
  director = await enter(await seat('director', 'organiser'));
  applicants = [];
  for (const { applicant } of proposals) applicants.push(await enter(applicant));
  visitor = await journey.person('visitor@people.example');
}, 240_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

async function rated(competitionId: string, title: string, index: number): Promise<Submitted> {
  const line = { group: '', category: '', title: 'Роботи', unit: '', quantity: 1, months: 1, priceKop: 3_000_000 };
  const lines = [{ ...line, fundedKop: 3_000_000, ownKop: 0, otherKop: 0 }];
  const one = await submitted(world, competitionId, {
    ...{ title, state: 'admitted', own_kop: 0, total_kop: 3_000_000 },
    content: { ...contentOf(title, `ГО «${title}»`), budget: { lines, requestedKop: 3_000_000 } },
  });
  await world.insert('evaluation.rating_row', {
    ...{ competition_id: competitionId, application_id: one.id, place: index + 1, points_sum: 36 - index },
    ...{ sheets_count: 2, is_passed: true, tie_step: null, computed_at: new Date() },
    criteria: JSON.stringify(KEYS.map((key) => ({ key, title: key, sum: 8, count: 2, maxPoints: 5 }))),
  });
  return one;
}

const work = (page: string): string => `/organiser/competitions/${competition.id}/${page}`;

/** The session that was called decides for everything on its agenda. */
async function decide(subject: string): Promise<void> {
  await openSession(members[1]!, subject, []);
  for (const member of members) await voteFor(member, subject);
  await closeAndSign(members[0]!, members[1]!, subject);
}

describe('less than the request, a refusal, and the next in the rating', () => {
  scene('rule 49: the order offers the second what is left', async () => {
    await officer.open(work('allocation'));
    await officer.fillAll({ 'Коли відбудеться засідання': '02.12.2020 10:00', 'Де відбудеться': 'кімната 305' });
    await officer.press('Скликати засідання');
    expect(await officer.errors()).toEqual([]);
    await journey.timeIs('02.12.2020 10:00');
    await decide(AWARD);
    await director.open(work('order'));
    await signOrder(director, '112-од');
    await visitor.open(`/competitions/${competition.code}/results`);
    await visitor.reads('Запропоновано менше', '15 000,00');
  });

  scene(
    'rule 49: it agrees with a corrected budget; a sum that is not the offered one is told at the lines',
    async () => {
      const second = applicants[1]!;
      await second.followsLetter('Вам пропонують меншу суму');
      await second.reads('Вам пропонують 15 000,00 грн із 30 000,00 грн');
      await second.follow('Погодитися й виправити кошторис');
      const row = { in: '1. Роботи' };
      await second.fillAll({ 'Ціна за одиницю, грн': '14000', 'Кошти конкурсу, грн': '14000' }, row);
      await second.press('Перерахувати');
      await second.reads('14 000,00');
      await second.press('Погодитися');
      expect((await second.errors()).length).toBeGreaterThan(0);
      expect(await second.valueOf('Ціна за одиницю, грн', row)).toBe('14000');
      await second.fillAll({ 'Ціна за одиницю, грн': '15000', 'Кошти конкурсу, грн': '15000' }, row);
      await second.page.getByLabel(/Організація погоджується/).check();
      await second.press('Погодитися');
      await second.reads('Згоду записано');
      expect((await second.file('Ваша письмова згода з виправленим кошторисом (PDF)')).subarray(0, 5).toString()).toBe(
        '%PDF-',
      );
      await officer.open(work('awards'));
      await officer.reads('письмова згода на меншу суму');
    },
  );

  scene('rule 50: the winner refuses, and everybody sees it beside what was decided', async () => {
    const first = applicants[0]!;
    await first.followsLetter('Ваш проєкт підтримано');
    await first.follow('Відгук за критеріями: сильні сторони й прогалини');
    await first.reads('Сильні сторони', 'у середньому в конкурсі');
    await first.follow('До результату');
    await first.follow('Відмовитися від підтримки');
    await first.press('Відмовитися');
    expect((await first.errors()).length).toBe(2);
    await first.fill('Чому організація відмовляється', 'Школу зачинено на ремонт.');
    await first.tick('Так, організація відмовляється');
    await first.press('Відмовитися');
    await first.reads('Школу зачинено на ремонт.');
    await visitor.page.reload();
    await visitor.reads('Що змінилося після наказу', 'Вивільнено 30 000,00 грн.');
  });

  scene('rule 50: the next in the rating is offered the money by new minutes and an additional order', async () => {
    await officer.open('/desk');
    await officer.follow('Запропонувати вільні кошти наступній за рейтингом');
    await officer.reads(PROJECTS[2]);
    await officer.fillAll({ 'Коли відбудеться засідання': '04.12.2020 10:00', 'Де відбудеться': 'кімната 305' });
    await officer.press('Скликати засідання');
    expect(await officer.errors()).toEqual([]);
    await journey.timeIs('04.12.2020 10:00');
    await decide(NEXT);
    await director.open(work('awards'));
    await director.fill('Номер наказу', '118-од');
    await director.tick('Рішення перевірено, його можна затвердити. Після підписання наказ не змінюється.');
    await director.press('Підписати наказ');
    await applicants[2]!.followsLetter('Ваш проєкт підтримано');
    await applicants[2]!.reads('30 000,00 грн');
    await visitor.page.reload();
    await visitor.reads('додатковим наказом № 118-од надано або запропоновано 30 000,00 грн');
  });

  it('shows no page with a fault', () => expect(journey.check.faults).toEqual([]));
});
