import { isTaxNumber, withoutPersonalData } from './without-personal-data.js';

describe('what is published of typed text', () => {
  it.each([
    ['Читальня (дзвоніть +380 50 123-45-67)', 'Читальня (дзвоніть […])'],
    ['тел. 0501234567', 'тел. […]'],
    ['тел. (050) 123 45 67.', 'тел. […].'],
    ['пишіть на olena.k@ngo.example, чекаємо', 'пишіть на […], чекаємо'],
    ['код 1234567899', 'код […]'],
  ])('%s', (typed, published) => {
    expect(withoutPersonalData(typed)).toBe(published);
  });

  it.each([
    'ЄДРПОУ 32855961',
    'Порядок № 1049 від 12.10.2011',
    'рахунок 1234567890',
    'Фестиваль 2020–2021: 97 742,00 грн',
  ])('leaves «%s» as it is', (text) => {
    expect(withoutPersonalData(text)).toBe(text);
  });

  it('knows the check digit of a tax number', () => {
    expect(['1234567899', '1234567890', '123456789'].map(isTaxNumber)).toEqual([true, false, false]);
  });
});
