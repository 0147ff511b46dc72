import { CLOCK_MS, Journey, scene } from '../support/journey.js';
import type { Person } from '../support/person.js';
import { World } from '../support/world.js';

const COMPETITION = '1.1-2021';
const WINNER = 'l.ostrohliadova@rivnyi-bordiur.example';

let journey: Journey;
let officer: Person;
let director: Person;
let accountant: Person;
let winner: Person;
let competitionId: string;
let contract: { id: string; subject: string };

beforeAll(async () => {
  journey = await Journey.begin({ demo: true });
  const world = await World.open();
  const [row] = await world.rows<{ id: string }>('select id from competitions.competition where code = $1', [
    COMPETITION,
  ]);
  competitionId = row!.id;
  await world.close();
  officer = await fromTheList('officer@masscom.example');
  director = await fromTheList('director@masscom.example');
  accountant = await fromTheList('accountant@masscom.example');
  winner = await fromTheList(WINNER);
}, 600_000);
afterAll(() => journey?.end());

/** The demo world signs its people in by one button. */
async function fromTheList(email: string): Promise<Person> {
  const person = await journey.person(email);
  await person.open('/demo');
  await person.page.locator(`form:has(input[value="${email}"]) button`).click();
  await person.page.getByRole('heading', { name: 'Робочий стіл' }).waitFor();
  return person;
}

const all = () => `/organiser/competitions/${competitionId}/contracts`;

describe('from the order to the money', () => {
  scene('the officer drafts the contracts of all winners, and one of them says where the money goes', async () => {
    await officer.open(all());
    await officer.follow('Підготувати 6 договорів');
    await officer.fillAll({ КЕКВ: '2610', 'Перша виплата, % суми': '60' });
    await officer.press('Підготувати 6 договорів');
    await officer.reads('надано, але договір не підписано');
    await winner.open('/desk');
    await winner.follow('Вказати рахунок і підписанта для договору');
    await winner.fillAll({
      'Рахунок у банку (IBAN)': 'UA30 3348 5100 0002 6206 1140 4087 5',
      'Посада підписанта': 'голова',
    });
    await winner.press('Зберегти');
    expect((await winner.errors())[0]).toContain('Перевірте рахунок');
    await winner.fill('Рахунок у банку (IBAN)', 'UA30 3348 5100 0002 6206 1140 4087 4');
    await winner.press('Зберегти');
    contract = { id: winner.path.split('/').at(-1)!, subject: '' };
  });

  const inForce = async () => {
    await officer.open(`/organiser/contracts/${contract.id}`);
    await officer.follow('Умови договору');
    await officer.untick('після прийняття звіту', { in: 'Виплата 2' });
    await officer.press('Зберегти умови');
    await officer.press('Надіслати організації');
    await winner.open(`/contracts/${contract.id}`);
    expect((await winner.file('Проєкт договору (PDF)')).subarray(0, 5).toString()).toBe('%PDF-');
    await winner.tick('Договір прочитано, організація погоджується з ним і готова його підписати');
    await winner.press('Погодити договір');
    await journey.timeIs('20.01.2021 10:00');
    await director.open(`/organiser/contracts/${contract.id}`);
    await director.press('Підписати договір');
    await director.reads('Договір № 1/2021', 'Примірника з КЕП або підписом на папері ще не додано');
    await officer.open(`/organiser/contracts/${contract.id}`);
    await officer.press('Ввести в дію');
    await officer.reads('чинний');
  };
  scene('the terms are written, agreed, signed and put in force', inForce, 2 * CLOCK_MS);

  scene('two payments are ordered by one and approved by others, a large one by two, and made', async () => {
    for (const [number, document, approvers] of [
      [1, '101', [director, accountant]],
      [2, '102', [director]],
    ] as const) {
      await officer.open(`/organiser/contracts/${contract.id}`);
      await officer.follow('Замовити виплату');
      await officer.press('Замовити виплату');
      await officer.reads(`Виплата № ${number}`, 'чекає на погодження');
      for (const approver of approvers) {
        await approver.open(officer.path);
        await approver.press('Погодити виплату');
      }
      await officer.open(officer.path);
      await officer.fill('Платіжний документ №', document);
      await officer.press('Відмітити платіж');
      await officer.reads('сплачено');
    }
    await officer.open(`/organiser/contracts/${contract.id}/payments`);
    await officer.reads('Усі виплати за планом уже замовлено');
  });

  scene('a change is asked for in parts and decided with reasons', async () => {
    await winner.open(`/contracts/${contract.id}`);
    await winner.follow('Попросити змінити договір');
    await winner.tick('Змінити строки');
    await winner.fillAll({ Кінець: '20.12.2021', 'Чому потрібна зміна': 'Зима видалася довгою' }, { in: 'строки' });
    await winner.press('Надіслати');
    await winner.reads('чекає на рішення');
    await director.open('/desk');
    await director.follow('Вирішити про зміну договору');
    await director.tick('погодити');
    await director.fill('Обґрунтування: строки', 'Строк у межах бюджетного року');
    await director.press('Ухвалити рішення');
    await director.reads('Додаткова угода № 1');
  });

  scene('the contract is suspended by an act that blames nobody, and everybody sees that', async () => {
    await director.open(`/organiser/contracts/${contract.id}`);
    await director.follow('Зупинити договір');
    await director.fillAll({ 'Номер акта': '7', Обставини: 'Територію громади тимчасово окуповано' });
    await director.tick('тимчасова окупація території');
    await director.press('Підписати акт про зупинення');
    await director.reads('зупинено', 'Акт про зупинення № 7');
    const visitor = await journey.person('visitor@example.org');
    await visitor.open(`/competitions/${COMPETITION}/contracts`);
    await visitor.reads('зупинено');
    await visitor.doesNotRead('UA30');
  });
});
