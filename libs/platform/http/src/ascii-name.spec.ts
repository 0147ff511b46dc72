import { asciiName } from './ascii-name.js';

describe('the name of a file in ASCII', () => {
  it.each([
    ['Конкурси 2021.csv', 'Konkursy 2021.csv'],
    ['Єдність і Згуртованість, ягоди.xlsx', 'Yednist i Zghurtovanist, yahody.xlsx'],
    ['Об’єднання «Щит» – № 7.pdf', 'Obiednannia _Shchyt_ - No 7.pdf'],
    ['a"b\\c.pdf', 'a_b_c.pdf'],
  ])('%s: %s', (name, ascii) => expect(asciiName(name)).toBe(ascii));
});
