import type { PdfBlock, TableColumn } from '#libs/documents';
import { shortDate } from '#libs/platform/clock';
import { formatAmount } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import { spacedIban } from '../iban.js';
import type { ContractContent } from './contract-content.js';

// A contract is an official document: always in Ukrainian.
const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `contracts:paper.${key}`, data);
const left = (key: string, width?: number): TableColumn => ({ title: t(key), align: 'left', width });
const right = (key: string, width: number): TableColumn => ({ title: t(key), align: 'right', width });
/** Never broken over two lines. */
const whole = (iban: string): string => spacedIban(iban).replaceAll(' ', '\u00a0');
const amount = (kop: number): string => formatAmount(kop, 'uk');

export const stagesTable = ({ parts }: ContractContent): PdfBlock => ({
  kind: 'table',
  columns: [right('number', 10), left('month', 24), left('stage'), left('place', 45)],
  rows: parts.stages.map(({ month, title, place }, index) => [
    String(index + 1),
    monthText(month),
    title,
    place || '–',
  ]),
});

/** «05.2020» */
const monthText = (month: string | null): string => (month ? month.split('-').reverse().join('.') : '–');

export const indicatorsTable = ({ parts }: ContractContent): PdfBlock => ({
  kind: 'table',
  columns: [left('indicator'), left('unit', 22), left('baseline', 24), left('planned', 28), left('source', 42)],
  rows: parts.indicators.map((row) => [
    `${row.title} (${t(row.kind)})`,
    row.unit || '–',
    row.baseline || '–',
    row.planned,
    row.source,
  ]),
});

export const budgetTable = ({ contract, parts }: ContractContent): PdfBlock => ({
  kind: 'table',
  columns: [right('number', 10), left('category', 40), left('line'), right('funded', 30), right('own', 30)],
  rows: parts.lines.map((line, index) => [
    String(index + 1),
    line.category || '–',
    line.title,
    amount(line.fundedKop),
    amount(line.ownKop),
  ]),
  totals: [
    '',
    '',
    t('total'),
    amount(contract.sumKop),
    amount(parts.lines.reduce((sum, { ownKop }) => sum + ownKop, 0)),
  ],
});

export const planTable = ({ contract, parts }: ContractContent): PdfBlock => ({
  kind: 'table',
  columns: [right('number', 10), right('instalment', 36), left('dueOn', 34), left('condition')],
  rows: parts.instalments.map(({ amountKop, dueOn, waitsForReport }, index) => [
    String(index + 1),
    amount(amountKop),
    shortDate(dueOn),
    t(waitsForReport ? 'afterReport' : 'unconditional'),
  ]),
  totals: ['', amount(contract.sumKop), '', t('total')],
});

/** Names and accounts of both sides, one beside the other. */
export function detailsTable({ contract, organiser, organisation }: ContractContent): PdfBlock {
  const code = (edrpou: string) => t('code', { edrpou });
  const accounts = [
    contract.treasuryIban && t('treasuryAccount', { iban: whole(contract.treasuryIban) }),
    contract.iban && t('account', { iban: whole(contract.iban) }),
  ].filter(Boolean);
  return {
    kind: 'table',
    columns: [left('organiser'), left('recipient')],
    rows: [
      [
        [organiser.name, code(organiser.edrpou), organiser.city].join('\n'),
        [organisation.name, code(organisation.edrpou), organisation.address, ...accounts].join('\n'),
      ],
    ],
  };
}
