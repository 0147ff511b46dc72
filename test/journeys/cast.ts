/** The people and the proposals of the story. */

export const AUTHORITY = 'Департамент масових комунікацій облдержадміністрації';
export const TITLE = 'Конкурс проєктів громадських об’єднань на 2021 рік';

export interface Somebody {
  email: string;
  familyName: string;
  givenName: string;
}

export interface Seat extends Somebody {
  role: 'голова комісії' | 'секретар комісії' | 'член комісії';
  isFromCivilSociety: boolean;
}

const seat = (role: Seat['role'], who: string, email: string, isFromCivilSociety = false): Seat => {
  const [familyName, givenName] = who.split(' ') as [string, string];
  return { role, familyName, givenName, email: `${email}@commission.example`, isFromCivilSociety };
};

export const COMMISSION: Seat[] = [
  seat('голова комісії', 'Гнатюк Павло', 'hnatiuk'),
  seat('секретар комісії', 'Лисенко Оксана', 'lysenko'),
  seat('член комісії', 'Бондар Віктор', 'bondar'),
  seat('член комісії', 'Руденко Тамара', 'rudenko', true),
  seat('член комісії', 'Савчук Леонід', 'savchuk', true),
  seat('член комісії', 'Мороз Галина', 'moroz', true),
  seat('член комісії', 'Ярош Степан', 'yarosh', true),
];

export interface Ngo {
  contact: Somebody;
  edrpou: string;
  shortName: string;
  project: string;
  /** One line of the budget, in whole hryvnias. */
  budget: { what: string; quantity: string; price: string; requested: string; own: string };
}

const ngo = (name: string, edrpou: string, who: string, email: string, more: Pick<Ngo, 'project' | 'budget'>): Ngo => {
  const [familyName, givenName] = who.split(' ') as [string, string];
  return { contact: { familyName, givenName, email: `${email}@ngo.example` }, edrpou, shortName: name, ...more };
};

/** Gets the money. */
export const SPADES = ngo('ГО «Три лопати»', '37000006', 'Ткач Ірина', 'tkach', {
  project: 'Дубовий пояс: тисяча дерев навколо міста',
  budget: { what: 'Саджанці дуба', quantity: '1000', price: '60', requested: '50000', own: '10000' },
});
/** Good, but nothing is left for it. */
export const LIBRARY = ngo('ГО «Жива бібліотека»', '37000011', 'Коваль Марта', 'koval', {
  project: 'Вечори усної історії у сільських бібліотеках',
  budget: { what: 'Диктофони', quantity: '10', price: '2000', requested: '17000', own: '3000' },
});
/** Below the passing score. */
export const WATER = ngo('ГО «Тиха вода»', '37000027', 'Швець Олег', 'shvets', {
  project: 'Листівки про річку',
  budget: { what: 'Друк листівок', quantity: '1000', price: '10', requested: '8500', own: '1500' },
});
/** Not admitted. */
export const SHORE = ngo('ГО «Новий берег»', '37000032', 'Дяченко Ніна', 'diachenko', {
  project: 'Човнова станція для підлітків',
  budget: { what: 'Рятувальні жилети', quantity: '10', price: '1000', requested: '8500', own: '1500' },
});
/** Comes a minute late. */
export const MORROW = ngo('ГО «Завтра»', '37000048', 'Литвин Богдан', 'lytvyn', {
  project: 'Школа місцевих ініціатив',
  budget: { what: 'Оренда зали', quantity: '10', price: '1000', requested: '8500', own: '1500' },
});

/** Subjects of the two sessions. */
export const ADMISSION = 'Допуск конкурсних пропозицій до участі в конкурсі';
export const AWARD = 'Розподіл фінансової підтримки';
export const CONFLICT = 'Моя дружина працює в цій організації.';
/** Points of one person: title of the project -> points by criterion. */
export type PointsByProject = Record<string, readonly [number, number, number, number]>;

/** The chair likes the oaks a little more than the others do. */
export const USUAL: PointsByProject = {
  [SPADES.project]: [5, 4, 4, 5],
  [LIBRARY.project]: [4, 3, 4, 3],
  [WATER.project]: [2, 2, 3, 2],
};
export const GENEROUS: PointsByProject = { ...USUAL, [SPADES.project]: [5, 5, 4, 5] };
