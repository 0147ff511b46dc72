import type { PdfBlock, PdfModel } from '#libs/documents';
import { quarterInWords, type Quarter } from '#libs/measures';
import { longDate, shortDate } from '#libs/platform/clock';
import { phrase } from '#libs/platform/phrases';
import type { ReportLine, ReportSnapshot } from '../model/report.js';
import type { Correction } from '../queries/find-report.js';

const t = (key: string, data = {}) => phrase('uk', `plan:paper.${key}`, data);

/** A signed report as a paper: the columns of the plan itself and «Стан виконання». */
export function reportPaper(snapshot: ReportSnapshot, sha256: string, corrections: readonly Correction[]): PdfModel {
  const { organiserName, planTitle, year, quarter, directions, reportNumber, signedOn } = snapshot;
  const signed = t('signed', {
    ...{ number: reportNumber, date: longDate(signedOn, 'uk') },
    ...{ position: snapshot.signerPosition, name: snapshot.signerName },
  });
  return {
    title: t('title', { quarter: quarterInWords(quarter as Quarter, 'uk'), year }),
    language: 'uk',
    headerLines: [organiserName],
    blocks: [
      { kind: 'paragraph', text: planTitle, align: 'center' },
      ...directions.flatMap(({ number, title, lines }): PdfBlock[] => [
        { kind: 'heading', level: 2, text: `${number}. ${title}` },
        { kind: 'table', columns: COLUMNS(), rows: lines.map(rowOf) },
      ]),
      ...correctionBlocks(corrections),
      { kind: 'paragraph', text: signed },
    ],
    footerText: `SHA-256 ${sha256}`,
  };
}

const COLUMNS = () => [
  { title: t('number'), width: 12, align: 'left' as const },
  { title: t('measure'), width: 46, align: 'left' as const },
  { title: t('deadline'), width: 22, align: 'left' as const },
  { title: t('parties'), width: 38, align: 'left' as const },
  { title: t('status'), width: 52, align: 'left' as const },
];

function rowOf(line: ReportLine): string[] {
  const state = phrase('uk', line.isOverdue ? 'plan:instance.overdue' : `plan:instance.state.${line.state}`);
  const act = line.act ? t('act', { number: line.act.number, date: shortDate(line.act.on) }) : null;
  const status = [`${state[0]!.toUpperCase()}${state.slice(1)}.`, line.narrative, line.reason, act]
    .filter(Boolean)
    .join('\n');
  return [line.number, line.title, line.deadlineText, line.parties, status];
}

function correctionBlocks(corrections: readonly Correction[]): PdfBlock[] {
  if (corrections.length === 0) return [];
  const items = corrections.map(({ number, measureNumber, was, became, reason, madeAt }) =>
    t('correction', { number, measure: measureNumber, was, became, reason, date: shortDate(madeAt) }),
  );
  return [
    { kind: 'heading', level: 2, text: t('corrections') },
    { kind: 'list', ordered: false, items },
  ];
}
