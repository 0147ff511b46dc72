import type { PdfBlock, PdfModel } from '#libs/documents';
import { longDate, longDateTime } from '#libs/platform/clock';
import { formatAmount } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { Budget, ChangePart, InWords, Time } from './change.js';
import type { ContractLine } from './contract.js';

export interface ChangePaper {
  kind: 'amendment' | 'notice';
  number: number;
  at: Date;
  place: string;
  contract: { number: string; signedOn: string };
  organiser: { name: string; director: string; position: string };
  recipient: { name: string; signer: string; position: string };
  lines: readonly ContractLine[];
  parts: readonly ChangePart[];
}

const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `contracts:changePaper.${key}`, data);
const amount = (kop: number): string => formatAmount(kop, 'uk');

/** An amendment («додаткова угода») or a notice of moved money: was, becomes. */
export function changePaper(paper: ChangePaper): PdfModel {
  const { kind, number, at, place, contract, organiser, recipient } = paper;
  const data = { number: contract.number, date: longDate(contract.signedOn, 'uk') };
  return {
    ...{ title: t(`${kind}.title`, data), language: 'uk', number: String(number), issuedAt: at, place },
    blocks: [
      {
        kind: 'paragraph',
        text: t(`${kind}.opening`, { organiser: organiser.name, recipient: recipient.name, ...data }),
      },
      ...paper.parts.flatMap((part, index) => partBlocks(part, index + 1, paper.lines)),
      { kind: 'paragraph', lead: `${paper.parts.length + 1}.`, text: t(`${kind}.closing`) },
      { kind: 'signatures', rows: signatures(paper) },
    ],
  };
}

function partBlocks(part: ChangePart, number: number, lines: readonly ContractLine[]): PdfBlock[] {
  const opening: PdfBlock = { kind: 'paragraph', lead: `${number}.`, text: t(`part.${part.kind}`) };
  const ground: PdfBlock = { kind: 'paragraph', text: t('ground', { reason: part.reason }) };
  return [opening, part.kind === 'budget' ? budgetTable(part, lines) : wordsTable(part), ground];
}

const column = (key: string, align: 'left' | 'right' = 'left', width?: number) => ({ title: t(key), align, width });

function budgetTable({ before, after }: ChangePart, lines: readonly ContractLine[]): PdfBlock {
  const [was, becomes] = [(before as Budget).fundedKop, (after as Budget).fundedKop];
  const sum = was.reduce((all, kop) => all + kop, 0);
  return {
    kind: 'table',
    columns: [column('line'), column('was', 'right', 32), column('becomes', 'right', 32), column('moved', 'right', 32)],
    rows: lines.map(({ title }, index) => [
      title,
      amount(was[index]!),
      amount(becomes[index]!),
      amount(becomes[index]! - was[index]!),
    ]),
    totals: [t('total'), amount(sum), amount(becomes.reduce((all, kop) => all + kop, 0)), amount(0)],
  };
}

function wordsTable({ kind, before, after }: ChangePart): PdfBlock {
  const said = (value: unknown): string => {
    if (kind !== 'time') return (value as InWords).text;
    const { startsOn, endsOn } = value as Time;
    return t('fromTo', { from: longDate(startsOn, 'uk'), to: longDate(endsOn, 'uk') });
  };
  return { kind: 'table', columns: [column('was'), column('becomes')], rows: [[said(before), said(after)]] };
}

function signatures({ kind, at, organiser, recipient }: ChangePaper) {
  const theirs = { position: recipient.position, name: recipient.signer, mark: t('asked') };
  if (kind === 'notice') return [theirs];
  const mark = t('signed', { at: longDateTime(at, 'uk', true) });
  return [{ position: organiser.position, name: organiser.director, mark }, theirs];
}
