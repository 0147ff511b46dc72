import { nestQuotes } from './nest-quotes.js';
import { phrase } from './phrases.js';

it.each([
  ['Проєкт «Пленер «Крейда»» допущено', 'Проєкт «Пленер „Крейда“» допущено'],
  ['«А «Б» і «В»», «Г»', '«А „Б“ і „В“», «Г»'],
  ['ГО «Тепло рук»: «Дім»', 'ГО «Тепло рук»: «Дім»'],
  ['ГО «Клуб „Вагонка“»', 'ГО «Клуб „Вагонка“»'],
])('%s', (text, nested) => {
  expect(nestQuotes(text)).toBe(nested);
});

it.each(['«А «Б»', '» «А «Б»»', 'без лапок'])('leaves marks without a pair: %s', (text) => {
  expect(nestQuotes(text)).toBe(text);
});

it('is done in Ukrainian phrases whose values hold quotation marks', () => {
  const data = { organisation: 'ГО', title: 'Пленер «Крейда»', code: '1' };
  expect(phrase('uk', 'awards:agenda.title', data)).toContain('«Пленер „Крейда“»');
});
