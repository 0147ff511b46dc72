import { reconcile } from '../../dist/libs/contracts/src/model/reconcile.js';
import { readStatement } from '../../dist/libs/contracts/src/model/read-statement.js';
import { readTable } from '../../dist/libs/registers/src/model/table/read-table.js';
import { ibanOf } from '../../dist/apps/demo/compose/iban.js';

/*
 * npm run -s bench:reconcile
 * Lays a statement of 5 000 rows beside 5 000 payments and prints how long reading and reconciling took. A tenth of the
 * rows differ from our payments: unknown accounts, other sums, rows that come twice.
 */
const COUNT = 5000;
const edrpou = (index) => String(10_000_000 + index);
const payments = Array.from({ length: COUNT }, (_, index) => ({
  ...{
    id: `payment-${index}`,
    state: index % 2 ? 'approved' : 'paid',
    amountKop: 100_000 + index,
    isReconciled: false,
  },
  ...{ iban: ibanOf('334851', edrpou(index)), documentNumber: index % 2 ? null : String(index), paidOn: '2020-04-09' },
}));
const lines = payments.map(({ amountKop, iban }, index) => {
  const kind = index % 40;
  const sum = kind === 1 ? amountKop + 1 : amountKop;
  const [number, account] =
    kind === 3 ? [index - 3, payments[index - 3].iban] : [index, kind === 2 ? ibanOf('334851', '99999999') : iban];
  const document = kind === 2 ? `x${number}` : number;
  return [
    document,
    '09.04.2020',
    `${Math.floor(sum / 100)},${String(sum % 100).padStart(2, '0')}`,
    account,
    'Підтримка',
  ].join(';');
});
const head = 'Номер документа;Дата;Сума;Рахунок отримувача;Призначення';
const content = Buffer.from([head, ...lines].join('\r\n'));

const startedAt = performance.now();
const statement = readStatement(await readTable({ name: 'statement.csv', content }));
const readAt = performance.now();
const found = reconcile(statement, payments);
const doneAt = performance.now();
const counts = {};
for (const { outcome } of found) counts[outcome] = (counts[outcome] ?? 0) + 1;
console.log(
  JSON.stringify({
    ...{ payments: COUNT, rows: statement.length, readMs: Math.round(readAt - startedAt) },
    ...{ reconcileMs: Math.round(doneAt - readAt), ...counts },
  }),
);
