import { SHINGLES_MAX, shinglesOf } from './shingles.js';

const TEXT =
  'Сільські бібліотеки зачинено, і діти не мають де читати. Ми привеземо книжки у сім сіл, проведемо двадцять зустрічей і навчимо дванадцять волонтерів вести гуртки.';

const common = (a: string, b: string): number => {
  const [left, right] = [shinglesOf(a), new Set(shinglesOf(b))];
  return left.filter((one) => right.has(one)).length / left.length;
};

describe('shingles of a passage', () => {
  it('are the same for the same words, whatever the case, the apostrophes and the punctuation', () => {
    expect(common(TEXT, TEXT.toUpperCase().replace(/[.,]/g, ' –'))).toBe(1);
    expect(shinglesOf('сім’я йде до школи')).toEqual(shinglesOf("Сім'я йде до школи!"));
  });

  it('are mostly the same where one word was changed, and others where the text is another one', () => {
    expect(common(TEXT, TEXT.replace('двадцять', 'тридцять'))).toBeGreaterThan(0.6);
    expect(
      common(TEXT, 'Громада прибере берег річки, висадить дерева і поставить лавки біля води для всіх мешканців.'),
    ).toBe(0);
  });

  it('are never more than the sample', () => {
    expect(shinglesOf(Array.from({ length: 5_000 }, (_, index) => `слово${index}`).join(' '))).toHaveLength(
      SHINGLES_MAX,
    );
  });
});
