import { readStatement } from './read-statement.js';

const IBAN = 'UA303348510000026206114040874';

describe('a statement of the Treasury', () => {
  it('takes the account of who gets the money, whatever stands before it', () => {
    const head = [
      'Рахунок платника',
      'Номер документа',
      'Дата документа',
      'Дата проведення',
      'Сума',
      'Рахунок отримувача',
      'Призначення',
    ];
    const row = ['UA213223130000026007233566001', '7', '31.01.2021', '01.02.2021', 42000, IBAN, 'за договором'];
    expect(readStatement([head, row])).toMatchObject([
      { documentNumber: '7', paidOn: '2021-02-01', amountKop: 42_000_00, iban: IBAN, edrpou: null },
    ]);
    const payersOnly = head.filter((name) => name !== 'Рахунок отримувача');
    expect(() => readStatement([payersOnly, row])).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ code: 'contracts.statement-column' })] }),
    );
  });
});
