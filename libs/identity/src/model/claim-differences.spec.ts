import { claimDifferences } from './claim-differences.js';

const card = { name: 'Громадська організація «Три лопати»', headName: 'Лук’яненко Олег Іванович' };

describe('what an officer should look at', () => {
  it('is nothing when only quotation marks, apostrophes and case differ', () => {
    const claim = {
      extractName: 'ГРОМАДСЬКА ОРГАНІЗАЦІЯ "ТРИ ЛОПАТИ"',
      extractHead: "Лук'яненко Олег Іванович",
      claimant: 'Лук’яненко Олег Іванович',
    };
    expect(claimDifferences(claim, card)).toEqual([]);
  });

  it('is another name, another head, and a claimant who is not the head', () => {
    const claim = { extractName: 'ГО «Чотири лопати»', extractHead: 'Ткач Ірина', claimant: 'Гнатенко Олег' };
    expect(claimDifferences(claim, card).map(({ what }) => what)).toEqual(['name', 'head', 'claimant-is-not-head']);
  });

  it('is not said where nobody typed what the extract says', () => {
    expect(claimDifferences({ extractName: '', extractHead: '', claimant: 'Гнатенко Олег' }, card)).toEqual([]);
  });
});
