import { headNameOf, splitHeadName } from './head-name.js';

describe('the name of a head', () => {
  it('is put together and taken apart again, with and without a patronymic', () => {
    for (const line of ['Гнатенко Олег Вадимович', 'Нечуй-Левицький Іван', 'Алієв Гейдар Ібрагім огли'])
      expect(headNameOf(splitHeadName(line))).toBe(line);
    expect(splitHeadName('  Ткач   Ірина ')).toEqual({
      headFamilyName: 'Ткач',
      headGivenName: 'Ірина',
      headPatronymic: null,
    });
  });
});
