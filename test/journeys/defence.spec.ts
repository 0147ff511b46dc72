import { hashPassword } from '#libs/identity';
import { submitted } from '../support/commission.js';
import { Journey, scene } from '../support/journey.js';
import { PASSWORD, type Person } from '../support/person.js';
import { contentOf, inScope } from '../support/scoring-world.js';
import { rulesWith } from '../support/second-look.js';
import { World } from '../support/world.js';
import { signedSheet } from './rated-world.js';

const TITLES = ['Сад біля школи', 'Кіно під зорями'];
const PHONE = { width: 360, height: 740 };
const HALL = 'м. Сватове, бібліотека, зала 2';

let journey: Journey;
let world: World;
let competition: { id: string; code: string };
let officer: Person;
let secretary: Person;
let applicant: Person;
let visitor: Person;
/** Has scored both proposals with three points for everything. */
let member: Person;

/** Two admitted proposals; the conditions name 20 November as the day of the defence. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-17T10:00:00+02:00' });
  world = await World.open();
  const password_hash = await hashPassword(PASSWORD);
  const { id: organiserId } = await world.organiser();
  const { id } = await world.competition(organiserId, {
    ...{ state: 'scoring', rule_set: rulesWith({ secondScore: true, secondScoreDays: 1 }), defence_on: '2020-11-20' },
  });
  competition = { id, ...(await world.rows<{ code: string }>('select code from competitions.competition'))[0]! };
  const scorer = await world.person([inScope('commission-member', 'competition', id)], { password_hash });
  const emails = [];
  for (const title of TITLES) {
    const proposal = await submitted(world, id, { title, state: 'admitted', content: contentOf(title, 'ГО «Сад»') });
    emails.push(proposal.applicant.email);
    await world.insert('evaluation.conflict_declaration', {
      ...{ application_id: proposal.id, person_id: scorer.personId, competition_id: id, kind: 'none' },
      declared_at: new Date('2020-11-16T08:00:00Z'),
    });
    await signedSheet(world, id, proposal.id, scorer, [3, 3, 3, 3]);
    await world.rows('update identity.person set password_hash = $2 where id = $1', [
      ...[proposal.applicant.personId, password_hash],
    ]);
  }
  const somebody = async (role: string, scope: 'organiser' | 'competition') => {
    const scopeId = scope === 'organiser' ? organiserId : id;
    return journey.signedIn((await world.person([inScope(role, scope, scopeId)], { password_hash })).email);
  };
  officer = await somebody('officer', 'organiser');
  secretary = await somebody('commission-secretary', 'competition');
  member = await journey.signedIn(scorer.email!);
  applicant = await journey.signedIn(emails[0]!);
  visitor = await journey.person('visitor@people.example');
}, 240_000);
afterAll(async () => {
  await world?.close();
  await journey?.end();
});

describe('the day of the defence', () => {
  scene('the officer plans it: a lot that everybody sees beforehand, a day, and the agenda', async () => {
    await officer.open(`/organiser/competitions/${competition.id}`);
    await officer.follow('План відкритого захисту');
    await officer.follow('Змінити');
    await officer.tick('За жеребом');
    await officer.press('Зберегти порядок');
    await visitor.open(`/competitions/${competition.code}/defence`);
    await visitor.reads('Порядок визначить жереб', 'Відбиток зерна жеребу');
    await officer.follow('Додати день');
    await officer.fillAll({ Початок: '20.11.2020 10:00', 'Закінчити не пізніше': '20.11.2020 10:20', Місце: HALL });
    await officer.fill('Хвилин на одну пропозицію', '15');
    await officer.press('Зберегти день');
    await officer.reads('1 пропозиція не вміщається');
    await officer.follow('Змінити', { in: HALL });
    await officer.fill('Закінчити не пізніше', '20.11.2020 12:00');
    await officer.press('Зберегти день');
    await officer.press('Оприлюднити розклад');
    await officer.reads('Оприлюднено');
    await visitor.open(`/competitions/${competition.code}`);
    await visitor.follow('Відкритий захист');
    await visitor.reads(HALL, '10:00', '10:15', 'Зерно:');
  });

  scene('the applicant learns the time and names who presents; the public does not read the name', async () => {
    await applicant.followsLetter('Захист пропозиції');
    await applicant.press('Зберегти');
    expect(await applicant.errors()).toEqual(['Вкажіть, хто представлятиме пропозицію']);
    await applicant.fill('Прізвище, ім’я, по батькові', 'Ткач Ірина Петрівна', { in: 'Особа 1' });
    await applicant.tick('керівник організації', { in: 'Особа 1' });
    await applicant.press('Зберегти');
    expect(await applicant.errors()).toEqual([]);
    await visitor.open(`/competitions/${competition.code}/defence`);
    await visitor.doesNotRead('Ткач');
  });

  scene('the secretary holds it on a phone: one came and was asked, the other did not come', async () => {
    await journey.timeIs('20.11.2020 10:05');
    await secretary.page.setViewportSize(PHONE);
    await secretary.followsLetter('Відкритий захист');
    await secretary.reads('Ткач Ірина Петрівна, керівник організації', 'Заслухано 0, не прийшли 0, усього 2');
    await secretary.press('Прийшли');
    await secretary.fill('Запитання й відповіді', 'Хто поливатиме влітку? – Чергують батьки.');
    await secretary.press('Зберегти й далі');
    await secretary.press('Не прийшли');
    await secretary.reads('Заслухано 1, не прийшли 1, усього 2', 'оцінюють за поданими документами');
    await visitor.open(`/competitions/${competition.code}/defence`);
    await visitor.reads('Захист відбувся', 'Представник не прийшов');
    await visitor.doesNotRead('Хто поливатиме');
  });

  scene('who has scored changes a point after it, with a reason, once; the first sheet stays', async () => {
    await member.page.setViewportSize(PHONE);
    await member.open('/desk');
    await member.follow('Друга оцінка після захисту: 2 листи можна змінити');
    await member.follow('Сад біля школи');
    await member.follow('Змінити бали');
    await member.tick('5', { in: '1. fit' });
    await member.press('Підписати змінений лист');
    expect(await member.errors()).toEqual(['Напишіть, чому змінено бал за критерієм «fit»']);
    await member.page.getByLabel('Чому бал змінено').first().fill('На захисті показали угоду зі школою.');
    await member.press('Підписати змінений лист');
    await member.reads('було 3, стало 5. На захисті показали угоду зі школою.');
    await member.doesNotRead('Змінити бали');
    await officer.open(`/organiser/competitions/${competition.id}/scoring`);
    await officer.reads('Триває друга оцінка після захисту');
    await officer.doesNotRead('угоду зі школою');
  });

  it('shows no page with a fault', () => expect(journey.check.faults).toEqual([]));
});
