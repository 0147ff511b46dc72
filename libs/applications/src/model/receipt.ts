import type { PdfModel } from '#libs/documents';
import { kyivTime, longDateTime, shortDate } from '#libs/platform/clock';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { FrozenProposal } from './frozen-proposal.js';

export interface ReceiptContent {
  organiserName: string;
  registerCode: string;
  number: number;
  submittedAt: Date;
  sha256: string;
  content: FrozenProposal;
  /** The record of this submission in the chain of events of the competition. */
  link: { seq: string; hash: string };
}

/** The receipt of one submission: what was received, when to the second, and by what it can be checked (rule 19). */
export function receiptModel(receipt: ReceiptContent): PdfModel {
  const { language: lang } = receipt.content;
  const t = (key: string, data = {}) => phrase(lang, `applications:receiptPdf.${key}`, data);
  return {
    title: t('title'),
    language: lang,
    number: receipt.registerCode,
    issuedAt: receipt.submittedAt,
    headerLines: [receipt.organiserName],
    blocks: [
      { kind: 'paragraph', text: t('opening', { at: longDateTime(receipt.submittedAt, lang, true) }), bold: true },
      { kind: 'facts', rows: rowsOf(receipt, t) },
      { kind: 'heading', level: 1, text: t('checkTitle') },
      { kind: 'paragraph', text: t('checkText') },
      { kind: 'facts', rows: checks(receipt, t) },
      { kind: 'paragraph', text: t('version'), italic: true },
    ],
    footerText: `${t('footer', {
      code: receipt.registerCode,
      number: receipt.number,
      at: `${shortDate(receipt.submittedAt)} ${kyivTime(receipt.submittedAt)}`,
    })} SHA-256 ${receipt.sha256}`,
  };
}

type Words = (key: string, data?: object) => string;

function rowsOf({ registerCode, number, submittedAt, content }: ReceiptContent, t: Words): [string, string][] {
  const { language: lang, organisation, competition, budget } = content;
  return [
    [t('registerCode'), registerCode],
    [t('receivedAt'), longDateTime(submittedAt, lang, true)],
    [t('number'), String(number)],
    [t('organisation'), `${organisation.name}, ${t('edrpou')} ${organisation.edrpou}`],
    [t('competition'), `${competition.title} (${competition.code})`],
    [t('project'), content.title],
    [t('days'), `${shortDate(content.startOn)} – ${shortDate(content.endOn)}`],
    [t('requested'), formatMoney(budget.requestedKop, lang)],
    [t('own'), formatMoney(budget.ownKop, lang)],
    ...(budget.otherKop ? [[t('other'), formatMoney(budget.otherKop, lang)] as [string, string]] : []),
    [t('total'), formatMoney(budget.totalKop, lang)],
    [t('files'), String(content.files.length)],
  ];
}

function checks({ sha256, link }: ReceiptContent, t: Words): [string, string][] {
  return [
    [t('checksum'), sha256],
    [t('link', { seq: link.seq }), link.hash],
  ];
}
