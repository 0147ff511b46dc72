import type { PdfBlock, PdfModel } from '#libs/documents';
import type { Signer } from '#libs/identity';
import { longDate, longDateTime } from '#libs/platform/clock';
import { formatAmount, formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { RatedProposal } from './allocation.js';
import { reasonInWords } from './reason-in-words.js';
import { sumInWords } from './sum-in-words.js';

export interface Minutes {
  number: number;
  signedAt: Date;
}

export interface OrderContent {
  number: string;
  signedAt: Date;
  signer: Signer;
  organiser: { name: string; city: string };
  competitionTitle: string;
  budgetYear: number;
  ruleSet: { title: string; act: string | null };
  /** The director distributes the money; the minutes only advise. */
  isByDirector: boolean;
  minutes: readonly Minutes[];
  /** Of an additional order: the one on the results, which it stands beside. */
  first?: { number: string; signedOn: string };
  funded: readonly RatedProposal[];
  /** Less than was asked, if the organisation agrees in so many working days. */
  partial: readonly RatedProposal[];
  consentDays: number | null;
  next: readonly RatedProposal[];
  notFunded: readonly RatedProposal[];
  awardedKop: number;
}

// An order is an official document: always in Ukrainian.
const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `awards:paper.${key}`, data);

/** The director's order («наказ») about the results of a competition. */
export function orderPaper(content: OrderContent): PdfModel {
  const parts = [
    fundedPart(content),
    partialPart(content),
    nextPart(content),
    notFundedPart(content),
    [text('publish')],
    [text('control')],
  ];
  return {
    title: t('title'),
    language: 'uk',
    number: content.number,
    issuedAt: content.signedAt,
    place: content.organiser.city,
    headerLines: [content.organiser.name],
    blocks: [
      { kind: 'paragraph', text: t('subject', { title: content.competitionTitle }), bold: true },
      { kind: 'paragraph', text: preamble(content) },
      ...numbered(parts),
      { kind: 'signatures', rows: [signature(content)] },
    ],
  };
}

/** The order that gives freed money to the next in the rating (rule 50); the first one stays as it was signed. */
export function additionalOrderPaper(content: OrderContent): PdfModel {
  const first = { number: content.first!.number, date: longDate(content.first!.signedOn, 'uk') };
  const parts = [fundedPart(content), partialPart(content), [text('publishAdditional')], [text('control')]];
  return {
    ...orderPaper(content),
    blocks: [
      { kind: 'paragraph', text: t('subjectAdditional', { title: content.competitionTitle }), bold: true },
      { kind: 'paragraph', text: t('whyAdditional', first) },
      { kind: 'paragraph', text: preamble(content) },
      ...numbered(parts),
      { kind: 'signatures', rows: [signature(content)] },
    ],
  };
}

function preamble({ ruleSet, minutes, isByDirector }: OrderContent): string {
  const rules = [ruleSet.title, ruleSet.act].filter(Boolean).join('; ');
  const named = minutes.map(({ number, signedAt }) => t('minutesOf', { number, date: longDate(signedAt, 'uk') }));
  if (isByDirector) {
    const advice = minutes.length === 0 ? '' : t('advice', { count: minutes.length, list: named.join(', ') });
    return t('preambleByDirector', { rules, advice });
  }
  return t('preamble', { rules, minutes: t('minutes', { count: minutes.length, list: named.join(', ') }) });
}

type Part = PdfBlock[];
const text = (key: string, data: Record<string, unknown> = {}): PdfBlock => ({ kind: 'paragraph', text: t(key, data) });

/** Numbers the parts that have something to say: «1. Надати …». */
export function numbered(parts: readonly Part[]): PdfBlock[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap(([opening, ...rest], index) => [{ ...opening, lead: `${index + 1}.` } as PdfBlock, ...rest]);
}

export function fundedPart(content: OrderContent): Part {
  const { funded, awardedKop, budgetYear } = content;
  if (funded.length === 0) return content.partial.length > 0 ? [] : [text('nobody')];
  return [
    text('funded', { year: budgetYear }),
    {
      kind: 'table',
      columns: [
        { title: t('place'), width: 18, align: 'right' },
        { title: t('organisation'), align: 'left' },
        { title: t('project'), align: 'left' },
        { title: t('amount'), width: 28, align: 'right' },
      ],
      rows: funded.map((row) => [
        String(row.place),
        t('body', { name: row.organisationName, edrpou: row.edrpou }),
        row.title,
        formatAmount(row.adopted!.amountKop, 'uk'),
      ]),
      totals: ['', t('total'), '', formatAmount(awardedKop, 'uk')],
    },
    text('sum', { count: funded.length, sum: formatMoney(awardedKop, 'uk'), words: sumInWords(awardedKop) }),
    ...againstAdvice(funded),
  ];
}

/** rule 49: a smaller sum takes effect with written consent and a corrected budget. */
export function partialPart({ partial, consentDays, budgetYear }: OrderContent): Part {
  if (partial.length === 0) return [];
  return [
    text('partial', { count: consentDays, year: budgetYear }),
    {
      kind: 'table',
      columns: [
        { title: t('place'), width: 18, align: 'right' },
        { title: t('organisation'), align: 'left' },
        { title: t('project'), align: 'left' },
        { title: t('askedSum'), width: 28, align: 'right' },
        { title: t('amount'), width: 28, align: 'right' },
      ],
      rows: partial.map((row) => [
        String(row.place),
        t('body', { name: row.organisationName, edrpou: row.edrpou }),
        row.title,
        formatAmount(row.requestedKop, 'uk'),
        formatAmount(row.adopted!.amountKop, 'uk'),
      ]),
    },
    text('partialElse'),
    ...againstAdvice(partial),
  ];
}

/** Supported though the commission advised against it. */
function againstAdvice(rows: readonly RatedProposal[]): Part {
  return rows
    .filter(({ adopted }) => adopted!.note !== '')
    .map((row) => text('againstAdvice', { ...named(row), note: row.adopted!.note }));
}

function nextPart({ next }: OrderContent): Part {
  if (next.length === 0) return [];
  return [text('next'), list(next.map((row) => t('nextItem', named(row)))), ...againstAdvice(next)];
}

function notFundedPart({ notFunded }: OrderContent): Part {
  if (notFunded.length === 0) return [];
  const items = notFunded.map((row) =>
    t('notFundedItem', { ...named(row), reason: reasonInWords(row.adopted!, 'uk') }),
  );
  return [text('notFunded'), list(items)];
}

/** Semicolons between, a full stop at the end. */
function list(items: readonly string[]): PdfBlock {
  const ended = items.map((item, index) => `${item}${index === items.length - 1 ? '.' : ';'}`);
  return { kind: 'list', ordered: false, items: ended };
}

const named = (row: RatedProposal) => ({
  place: row.place,
  organisation: row.organisationName,
  title: row.title,
  sum: formatMoney(row.requestedKop, 'uk'),
});

function signature({ signer, signedAt }: OrderContent) {
  return {
    position: signer.position,
    name: signer.name,
    mark: t('signedInSystem', { at: longDateTime(signedAt, 'uk', true) }),
  };
}
