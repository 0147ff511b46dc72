import { reconcile, type OpenPayment, type StatementLine } from './reconcile.js';

const line = (number: number, change: Partial<StatementLine> = {}): StatementLine => ({
  ...{ number, documentNumber: String(number), paidOn: '2021-03-10', amountKop: 100_00, iban: `UA${number}` },
  ...{ edrpou: null, purpose: 'Договір' },
  ...change,
});
const payment = (id: string, change: Partial<OpenPayment> = {}): OpenPayment => ({
  ...{ id, state: 'approved', amountKop: 100_00, iban: `UA${id}`, documentNumber: null, paidOn: null },
  ...{ orderedOn: '2021-03-01', isReconciled: false },
  ...change,
});
const outcomes = (lines: StatementLine[], payments: OpenPayment[]) =>
  reconcile(lines, payments).map((one) => `${one.outcome} ${one.payment?.id ?? '-'}`);

describe('the reconciliation of a statement', () => {
  it('rule 60: finds a payment by its document, or by account and sum', () => {
    const noted = payment('1', { state: 'paid', documentNumber: '1', paidOn: '2021-03-10', iban: 'UA9' });
    expect(outcomes([line(1), line(2)], [noted, payment('2')])).toEqual(['matched 1', 'matched 2']);
  });

  it('rule 60: says what is unknown, differs in its sum, or is there twice', () => {
    const paid = payment('3', { state: 'paid', documentNumber: '3', paidOn: '2021-03-10' });
    const lines = [line(1), line(2, { amountKop: 99_99 }), line(3), line(4, { documentNumber: '3' })];
    expect(outcomes(lines, [payment('2'), paid])).toEqual(['unknown -', 'sum-differs 2', 'matched 3', 'twice 3']);
    expect(outcomes([line(3)], [{ ...paid, isReconciled: true }])).toEqual(['twice 3']);
    expect(outcomes([line(3, { amountKop: 1 })], [paid])).toEqual(['sum-differs 3']);
  });

  it('rule 25: a payment is met by nothing from before its order, nor from another year', () => {
    expect(outcomes([line(1, { paidOn: '2021-02-28' })], [payment('1')])).toEqual(['unknown -']);
    expect(outcomes([line(1, { paidOn: '2022-03-10' })], [payment('1')])).toEqual(['unknown -']);
  });

  it('gives each of two equal payments of one account its own line', () => {
    const two = [payment('7', { iban: 'UA1' }), payment('8', { iban: 'UA1' })];
    expect(outcomes([line(1), line(5, { iban: 'UA1' }), line(6, { iban: 'UA1' })], two)).toEqual([
      'matched 7',
      'matched 8',
      'unknown -',
    ]);
  });

  it('matches every payment at most once, whatever the order of lines', () => {
    for (let seed = 1; seed < 200; seed += 1) {
      const payments = Array.from({ length: 30 }, (_, index) =>
        payment(String(index), { iban: `UA${(index * seed) % 7}`, amountKop: 1 + ((index * seed) % 3) }),
      );
      const lines = Array.from({ length: 40 }, (_, index) =>
        line(index, { iban: `UA${(index + seed) % 8}`, amountKop: 1 + ((index * 5 + seed) % 4) }),
      );
      const found = reconcile(lines, payments).filter(({ outcome }) => outcome === 'matched');
      expect(new Set(found.map((one) => one.payment!.id)).size).toBe(found.length);
      for (const one of found) expect(one.payment!.amountKop).toBe(one.line.amountKop);
    }
  });
});
