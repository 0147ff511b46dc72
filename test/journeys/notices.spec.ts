import { hashPassword } from '#libs/identity';
import { Notices } from '#libs/notifications';
import { Admissions, all, REFUSE } from '../support/admissions.js';
import { startApp } from '../support/app.js';
import { commission, submitted, type Commission, type Submitted } from '../support/commission.js';
import { Journey, scene } from '../support/journey.js';
import { refuseMail } from '../support/mailbox.js';
import { PASSWORD, type Person } from '../support/person.js';
import { World } from '../support/world.js';

const ORGANISATION = 'Громадська організація «Новий берег»';
const TITLE = 'Човнова станція для підлітків';
const SUBJECT = (code: string) => `Пропозицію № ${code} не допущено до участі в конкурсі`;
const WORK = 'Розподіл коштів';
const DECISION = { reads: 'Немає копії статуту.', stands: 'Строк не рахується', runs: 'Строк рахується з' };

let journey: Journey;
let world: World;
let town: Commission;
let proposal: Submitted;
let officer: Person;
let applicant: Person;

/** The commission has refused the only proposal; the mailbox of its author does not exist any more. */
beforeAll(async () => {
  journey = await Journey.begin({ at: '2020-11-10T16:30:00+02:00' });
  world = await World.open();
  town = await commission(world);
  proposal = await submitted(world, town.competitionId, { title: TITLE, organisation: { name: ORGANISATION } });
  await actsAlone(proposal);
  await world.rows('update identity.person set password_hash = $1', [await hashPassword(PASSWORD)]);
  await refuseMail(null, { code: 550, to: proposal.applicant.email });
  await decide();
  officer = await journey.signedIn(town.officer.email);
  applicant = await journey.signedIn(proposal.applicant.email);
}, 300_000);
afterAll(async () => {
  await refuseMail(0);
  await world?.close();
  await journey?.end();
});

/** One mailbox that refuses is enough only where nobody else is written to. */
async function actsAlone({ organisationId, applicant: { personId } }: Submitted): Promise<void> {
  await world.rows('delete from identity.role_grant where scope_id = $1 and person_id <> $2', [
    organisationId,
    personId,
  ]);
}

async function decide(): Promise<void> {
  const app = await startApp();
  const admissions = new Admissions(app, world);
  await admissions.check(town, proposal.id, REFUSE);
  await admissions.decide(town, all('f'));
  await app.close();
}

/** A letter that is not obligatory, to a mailbox that takes it. */
async function tellOfWork({ personId, email }: { personId: string; email: string }): Promise<void> {
  const app = await startApp();
  await app.uow.run(await app.ctx(), (tx) =>
    app.get(Notices).queue(tx, {
      ...{ to: { personId, email, language: 'uk' }, kind: 'work', organiserId: null, template: 'sessions.planned' },
      ...{ data: { body: 'Комісія', subject: WORK, at: 'завтра', place: 'тут' }, path: '/desk' },
    }),
  );
  await app.close();
}

describe('a refusal that the mailbox does not take', () => {
  scene('the officer finds the organisation on the call list: no term runs', async () => {
    await officer.open('/organiser/calls');
    await officer.waitsFor(ORGANISATION);
    expect(await officer.row('Кому зателефонувати', ORGANISATION)).toContain('скринька відхилила лист');
    await officer.follow(ORGANISATION);
    await officer.reads(SUBJECT(proposal.code), DECISION.reads, DECISION.stands, '+380500000002', '550');
  });

  scene('a call without words is no delivery: what is missing is said, what was typed stays', async () => {
    await officer.tick('Так, про рішення сказано');
    await officer.fill('З ким говорили', 'Ткач Ірина, голова');
    await officer.press('Записати дзвінок');
    expect(await officer.errors()).toEqual(['Вкажіть, що Ви сказали']);
    expect(await officer.valueOf('З ким говорили')).toBe('Ткач Ірина, голова');
  });

  scene('the officer phoned: the term runs from the call, and nobody waits for another one', async () => {
    await officer.fill('Що сказано', 'Рішення, підставу і строк оскарження.');
    await officer.press('Записати дзвінок');
    expect(await officer.errors()).toEqual([]);
    await officer.reads(DECISION.runs, 'тоді про рішення сказали телефоном', 'Ткач Ірина, голова');
    await officer.open('/organiser/calls');
    await officer.doesNotRead(ORGANISATION);
    await officer.open('/organiser/letters');
    await officer.follow(SUBJECT(proposal.code));
    await officer.reads('550', proposal.applicant.email);
  });

  scene('days later the applicant finds the notice in the cabinet, and it leads to the proposal', async () => {
    await journey.timeIs('13.11.2020 09:00');
    await applicant.open('/notices');
    expect(await applicant.row('Повідомлення', SUBJECT(proposal.code))).toMatch(/ непрочитане$/);
    await applicant.follow(SUBJECT(proposal.code));
    await applicant.reads(DECISION.reads);
    await applicant.open('/notices');
    expect(await applicant.row('Повідомлення', SUBJECT(proposal.code))).toMatch(/ прочитане$/);
    await applicant.follow(SUBJECT(proposal.code));
    await applicant.follow('Перейти до справи');
    await applicant.reads(TITLE, DECISION.reads);
  });

  scene('the reading does not move the term', async () => {
    await officer.open('/organiser/letters');
    await officer.follow(SUBJECT(proposal.code));
    await officer.reads('Відкрито в кабінеті');
    await officer.follow('Вручення цього повідомлення і дзвінки');
    await officer.reads(DECISION.runs, 'тоді про рішення сказали телефоном');
  });
});

describe('letters that are not obligatory', () => {
  scene('come once a day when the person wishes so', async () => {
    await officer.open('/account/notices');
    await officer.tick('Один лист на день');
    await officer.fill('О котрій годині надсилати щоденний лист', '25');
    await officer.press('Зберегти');
    expect(await officer.errors()).toHaveLength(1);
    await officer.fill('О котрій годині надсилати щоденний лист', '8');
    await officer.press('Зберегти');
    await officer.reads('Від рішення рахують строки');
    expect(await officer.valueOf('О котрій годині надсилати щоденний лист')).toBe('8');
  });

  scene('end by the link of a letter, without signing in', async () => {
    const member = town.members[0]!;
    await tellOfWork(member);
    const reader = await journey.person(member.email);
    const { unsubscribe } = await reader.letter(WORK);
    await reader.open(unsubscribe[0]!.slice(1, -1));
    await reader.press('Не надсилати');
    await reader.reads('Таких листів більше не буде');
  });

  scene('no page had a fault', async () => {
    expect(journey.check.faults).toEqual([]);
    expect(journey.check.pages).toBeGreaterThan(10);
  });
});
