import type { Sittings } from '../compose/season.js';
import type { DefenceStory } from './play-defence.js';
import type { RefusalStory } from './play-refusal.js';

/** When the commissions met, signed and decided; Kyiv days and times. */
export const sittings = {
  masscom2020: {
    openingAt: ['2020-02-11', '09:30'],
    admissionAt: ['2020-02-18', '14:00'],
    scoringAt: ['2020-02-20', '10:00'],
    sheetsAt: ['2020-03-03', '18:30'],
    calledAt: ['2020-03-04', '09:00'],
    awardAt: ['2020-03-05', '11:00'],
    orderAt: ['2020-03-10', '15:40'],
    orderNumber: '19',
  },
  social2020: {
    openingAt: ['2020-06-02', '09:15'],
    admissionAt: ['2020-06-08', '11:00'],
    scoringAt: ['2020-06-10', '10:00'],
    sheetsAt: ['2020-06-17', '17:20'],
    calledAt: ['2020-06-18', '09:00'],
    awardAt: ['2020-06-22', '11:00'],
    orderAt: ['2020-06-24', '12:10'],
    orderNumber: '78',
  },
  masscom2021: {
    openingAt: ['2020-11-06', '09:30'],
    admissionAt: ['2020-11-11', '14:00'],
    scoringAt: ['2020-11-16', '10:00'],
    sheetsAt: ['2020-11-20', '19:30'],
    calledAt: ['2020-11-23', '09:00'],
    awardAt: ['2020-11-24', '11:00'],
    orderAt: ['2020-11-25', '15:20'],
    orderNumber: '131',
  },
  women2021: {
    openingAt: ['2020-11-11', '16:00'],
    admissionAt: ['2020-11-13', '10:00'],
    scoringAt: ['2020-11-17', '10:00'],
  },
} satisfies Record<string, Sittings | Pick<Sittings, 'openingAt' | 'admissionAt' | 'scoringAt'>>;

/** In the competition of the second authority: a winner refuses, the next two share its money, one of them in part. */
export const refusal: RefusalStory = {
  ...{ refuses: 'obid-na-porozi', agrees: 'kimnata-hry' },
  letter: {
    ...{ number: '214/01-12', on: '2020-06-25' },
    reason: 'Їдальню, де мали готувати обіди, закрито на карантин, іншої кухні до кінця року організація не знайде.',
  },
  registeredAt: ['2020-06-26', '10:20'],
  sessionAt: ['2020-06-30', '11:00'],
  orderAt: ['2020-07-01', '09:40'],
  orderNumber: '83',
  agreedAt: ['2020-07-03', '16:05'],
};

/** The competition that is being scored hears its projects: on the last day of the story, and on the day after it. */
export const defence: DefenceStory = {
  days: [
    ['2020-11-25', '10:00', '12:30'],
    ['2020-11-26', '10:00', '17:00'],
  ],
  place: 'м. Сєвєродонецьк, просп. Центральний, 59, зала засідань, 2-й поверх; є пандус і ліфт',
  onlineUrl: 'https://zakhyst.masscom.example/2020',
  heard: [
    'Скільки жінок навчатимуть після завершення проєкту? – Дві тренерки залишаються в громаді, зал дає бібліотека.\nЧому дорогі перевезення? – Автобус їде до трьох сіл, де немає сполучення.',
    'Хто працюватиме, якщо психологиня захворіє? – Є домовленість із сусіднім центром, лист додано до пропозиції.',
    null,
    'Чи є згода школи на приміщення? – Лист директорки у файлах, від 28.10.2020.',
    'Що зміниться через рік? – Назвали показник: 40 учасниць, половина з роботою або власною справою.',
  ],
};
