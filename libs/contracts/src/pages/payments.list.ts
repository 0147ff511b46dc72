import { choicesOf, defineList } from '#libs/platform/http';
import { formatMoney } from '#libs/platform/money';
import { PAYMENT_STATES } from '../model/payment.js';
import { OUTCOMES } from '../model/reconcile.js';
import { contractPaths } from '../paths.js';
import type { PaymentListRow } from '../queries/payments.js';
import type { StatementLineRow, StatementRow } from '../queries/statements.js';

const P = 'contracts:payments.';
const S = 'contracts:statements.';
export const PAYMENT_TONES = { ordered: 'progress', approved: 'info', paid: 'success', cancelled: 'closed' } as const;
const OUTCOME_TONES = { matched: 'success', unknown: 'danger', 'sum-differs': 'warning', twice: 'warning' } as const;

export const paymentsList = defineList<PaymentListRow>({
  name: 'payments',
  title: `${P}title`,
  search: { label: `${P}search`, in: ['organisationName', 'contractNumber', 'documentNumber', 'competitionTitle'] },
  filters: [
    { name: 'state', label: `${P}state`, any: `${P}anyState`, choices: choicesOf(PAYMENT_STATES, `${P}states.`) },
  ],
  columns: [
    {
      key: 'organisationName',
      phrase: `${P}organisation`,
      href: ({ id }) => contractPaths.payment(id),
      isHeading: true,
    },
    { key: 'contractNumber', phrase: `${P}contract`, under: 'organisationName' },
    { key: 'number', phrase: `${P}number`, kind: 'number' },
    { key: 'orderedOn', phrase: `${P}orderedOn`, kind: 'day', under: 'number' },
    { key: 'amountKop', phrase: `${P}amount`, kind: 'money' },
    { key: 'documentNumber', phrase: `${P}document` },
    { key: 'paidOn', phrase: `${P}paidOn`, kind: 'day', under: 'documentNumber' },
    {
      key: 'isReconciled',
      phrase: `${P}reconciled`,
      value: ({ isReconciled }, { t }) => t(`${P}${isReconciled ? 'yes' : 'no'}`),
      sort: '"isReconciled"',
    },
    { key: 'competitionTitle', phrase: `${P}competition`, under: 'organisationName' },
    {
      key: 'state',
      phrase: `${P}state`,
      kind: 'state',
      words: `${P}states.`,
      tone: ({ state }) => PAYMENT_TONES[state],
    },
  ],
  order: '"orderedDay" desc, number desc, id',
});

export const statementsList = defineList<StatementRow>({
  name: 'statements',
  title: `${S}title`,
  search: { label: `${S}search`, in: ['fileName', 'takenBy'] },
  filters: [],
  columns: [
    { key: 'fileName', phrase: `${S}file`, href: ({ id }) => contractPaths.statement(id), isHeading: true },
    { key: 'fromOn', phrase: `${S}from`, kind: 'day' },
    { key: 'untilOn', phrase: `${S}until`, kind: 'day' },
    { key: 'rows', phrase: `${S}rows`, kind: 'number' },
    { key: 'matched', phrase: `${S}matched`, kind: 'number' },
    { key: 'different', phrase: `${S}different`, kind: 'number' },
    { key: 'takenAt', phrase: `${S}takenAt`, kind: 'instant' },
    { key: 'takenBy', phrase: `${S}takenBy`, under: 'takenAt' },
  ],
  order: '"takenAt" desc, id',
});

export const statementRowsList = defineList<StatementLineRow>({
  name: 'statement-rows',
  title: `${S}rowsTitle`,
  search: { label: `${S}searchRows`, in: ['documentNumber', 'iban', 'purpose', 'organisationName'] },
  filters: [
    { name: 'outcome', label: `${S}outcome`, any: `${S}anyOutcome`, choices: choicesOf(OUTCOMES, `${S}outcomes.`) },
  ],
  columns: [
    { key: 'number', phrase: `${S}row`, kind: 'number' },
    { key: 'documentNumber', phrase: `${S}document`, isHeading: true },
    { key: 'paidOn', phrase: `${S}paidOn`, kind: 'day', under: 'documentNumber' },
    { key: 'amountKop', phrase: `${S}amount`, kind: 'money' },
    { key: 'organisationName', phrase: `${S}organisation` },
    { key: 'iban', phrase: `${S}iban`, under: 'organisationName' },
    { key: 'purpose', phrase: `${S}purpose` },
    {
      key: 'outcome',
      phrase: `${S}outcome`,
      kind: 'state',
      words: `${S}outcomes.`,
      tone: ({ outcome }) => OUTCOME_TONES[outcome],
    },
    {
      key: 'paymentNumber',
      phrase: `${S}payment`,
      under: 'outcome',
      value: ({ paymentNumber, paymentKop }, { t, lang }) =>
        paymentNumber === null
          ? null
          : t(`${S}ours`, { number: paymentNumber, sum: formatMoney(paymentKop ?? 0, lang) }),
    },
  ],
  order: 'number',
});
