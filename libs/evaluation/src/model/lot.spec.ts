import { lotRanks, sha256Hex } from './lot.js';

describe('the order of a draw', () => {
  it('rule 47: follows from the secrets in their order, and from nothing else', () => {
    const ranks = lotRanks(['а', 'б', 'в'], ['2/00002', '2/00001']);
    const seed = sha256Hex('абв');
    expect(ranks.get('2/00001')).toBe(sha256Hex(`${seed} 2/00001`));
    expect(lotRanks(['б', 'а', 'в'], ['2/00001']).get('2/00001')).not.toBe(ranks.get('2/00001'));
    expect(lotRanks(['а', 'б', 'в'], ['2/00001', '2/00002']).get('2/00002')).toBe(ranks.get('2/00002'));
  });
});
