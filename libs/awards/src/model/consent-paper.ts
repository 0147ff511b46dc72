import { costOf, sumsOf, type ApplicationRow, type BudgetLine } from '#libs/applications';
import type { CompetitionRow } from '#libs/competitions';
import type { PdfModel } from '#libs/documents';
import { longDate, longDateTime } from '#libs/platform/clock';
import { formatAmount, formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { AwardRow } from './award.js';
import { sumInWords } from './sum-in-words.js';

export interface Consent {
  award: Pick<AwardRow, 'amountKop' | 'askedKop'>;
  application: Pick<ApplicationRow, 'title' | 'registerCode'>;
  organisation: { name: string; edrpou: string };
  competition: Pick<CompetitionRow, 'title'>;
  lines: readonly BudgetLine[];
  order: { number: string; signedOn: string };
  /** «Олена ГНАТЕНКО» */
  signer: string;
  at: Date;
}

// A document that goes into the file of the project: always in Ukrainian.
const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `awards:consent.${key}`, data);

/** The written consent of an organisation to less than it asked for, with the corrected budget (rule 49). */
export function consentPaper(consent: Consent): PdfModel {
  const { award, application, organisation, competition, lines, order, signer, at } = consent;
  const { requestedKop, ownKop, otherKop, totalKop } = sumsOf(lines);
  const sums = [totalKop, requestedKop, ownKop, otherKop].map((kop) => formatAmount(kop, 'uk'));
  return {
    title: t('title'),
    language: 'uk',
    issuedAt: at,
    headerLines: [organisation.name],
    blocks: [
      {
        kind: 'facts',
        rows: [
          [t('competition'), competition.title],
          [t('project'), application.title],
          [t('code'), application.registerCode!],
          [t('organisation'), t('body', { ...organisation })],
          [t('asked'), formatMoney(award.askedKop!, 'uk')],
          [
            t('offered'),
            t('offeredText', { sum: formatMoney(award.amountKop, 'uk'), words: sumInWords(award.amountKop) }),
          ],
          [t('order'), t('orderText', { number: order.number, date: longDate(order.signedOn, 'uk') })],
        ],
      },
      { kind: 'paragraph', text: t('text') },
      { kind: 'heading', level: 1, text: t('budget') },
      {
        kind: 'table',
        columns: [
          { title: t('line'), align: 'left' },
          { title: t('cost'), width: 27, align: 'right' },
          { title: t('funded'), width: 27, align: 'right' },
          { title: t('own'), width: 27, align: 'right' },
          { title: t('other'), width: 27, align: 'right' },
        ],
        rows: lines.map((line) => [
          line.title,
          ...[costOf(line), line.fundedKop, line.ownKop, line.otherKop].map((kop) => formatAmount(kop, 'uk')),
        ]),
        totals: [t('total'), ...sums],
      },
      {
        kind: 'signatures',
        rows: [
          { position: t('signer'), name: signer, mark: t('signedInSystem', { at: longDateTime(at, 'uk', true) }) },
        ],
      },
    ],
  };
}
