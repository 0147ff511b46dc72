import type { Person } from '../support/person.js';
import type { PointsByProject } from './cast.js';

/** What the commission does: sits, declares, scores. */

const ALL_OPEN_ITEMS = 'Голос з усіх питань, де нічого не обрано';

/** The secretary opens the session of the letter with those who came. */
export async function openSession(secretary: Person, subject: string, absent: string[]): Promise<void> {
  await secretary.followsLetter(`Засідання комісії: ${subject}`);
  for (const name of absent) await secretary.untick(name);
  await secretary.press('Відкрити засідання');
  await secretary.reads('Триває голосування');
}

export async function voteFor(member: Person, subject: string): Promise<void> {
  await member.followsLetter(`Засідання комісії: ${subject}`);
  // One question has no vote for «all of them».
  if ((await member.text()).includes(ALL_OPEN_ITEMS)) await member.select(ALL_OPEN_ITEMS, 'За');
  else await member.tick('За', { in: 'Ваш голос з питання 1' });
  await member.press('Проголосувати');
  expect(await member.errors()).toEqual([]);
}

/** The secretary closes the voting; the decisions take effect by two signatures. */
export async function closeAndSign(chair: Person, secretary: Person, subject: string): Promise<void> {
  await secretary.followsLetter(`Засідання комісії: ${subject}`);
  await secretary.press('Завершити голосування');
  await secretary.reads(
    'Голосування завершено',
    'Рішення набудуть чинності, коли протокол підпишуть і голова, і секретар.',
  );
  await secretary.press('Підписати протокол');
  await chair.followsLetter(`Засідання комісії: ${subject}`);
  await chair.press('Підписати протокол');
  await chair.reads('Протокол підписано');
}

/** Says «no conflict» of everything but the given proposal. */
export async function declare(
  member: Person,
  conflict?: { project: string; code: string; reason: string },
): Promise<void> {
  await member.followsLetter('Зазначте, чи є у Вас конфлікт інтересів');
  if (conflict) {
    await member.tick('Реальний конфлікт', { in: `Пропозиція ${conflict.code}` });
    await member.page
      .locator('section.declaration')
      .filter({ hasText: conflict.project })
      .getByLabel('У чому полягає конфлікт')
      .fill(conflict.reason);
  }
  await member.press('Щодо решти конфлікту немає – зберегти');
}

const CRITERIA = [
  '1. Відповідність меті конкурсу',
  '2. Реалістичність і значущість результатів та показників',
  '3. Ефективність використання бюджетних коштів',
  '4. Спроможність організації виконати проєкт',
];

/** Goes through the whole queue, sheet by sheet, and signs all of them together. */
export async function scoreAndSign(member: Person, scores: PointsByProject): Promise<void> {
  await member.followsLetter('Пропозиції для оцінювання');
  await member.follow('Оцінити наступну пропозицію');
  while ((await member.heading()) in scores) await fillSheet(member, scores[await member.heading()]!);
  await member.reads('Усі листи готові.');
  await member.follow('Переглянути й підписати готові');
  await member.press('Підписати');
  await member.reads('Оціночні листи підписано. Дякуємо за роботу.');
}

async function fillSheet(member: Person, points: readonly number[]): Promise<void> {
  for (const [index, value] of points.entries()) await member.tick(String(value), { in: CRITERIA[index]! });
  await member.press('Готово, далі');
}
