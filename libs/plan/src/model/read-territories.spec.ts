import { readTerritories, WrongTerritories } from './read-territories.js';

const OBLAST = 'UA44000000000018893';
const TOWN = 'UA44120110010072887';

describe('the codifier of territories', () => {
  it('is read by its seven columns: the last code is the own one, the one before it the unit around', () => {
    const table = [
      ['Перший рівень', 'Другий рівень', '', '', '', 'Категорія', 'Назва'],
      [OBLAST, null, null, null, null, 'O', 'Луганська'],
      [OBLAST, '', '', TOWN, '', 'М', ' Сєвєродонецьк '],
    ];
    expect(readTerritories(table)).toEqual([
      { code: OBLAST, category: 'O', name: 'Луганська', parentCode: null },
      { code: TOWN, category: 'M', name: 'Сєвєродонецьк', parentCode: OBLAST },
    ]);
  });

  it('refuses what is no codifier, naming the lines', () => {
    expect(() => readTerritories([['Назва'], ['Сад']])).toThrow(WrongTerritories);
    expect(() =>
      readTerritories([
        [OBLAST, '', '', '', '', 'O', 'Луганська'],
        ['UA44', '', '', '', '', 'H', 'Х'],
      ]),
    ).toThrow('line 2');
    expect(() => readTerritories([[OBLAST, TOWN, '', '', '', 'H', 'Х']])).toThrow('unknown');
  });
});
