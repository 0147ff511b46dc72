import type { PdfBlock, PdfModel } from '#libs/documents';
import { longDate, longDateTime } from '#libs/platform/clock';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';

export const ACT_KINDS = ['suspend', 'resume', 'end-early'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** Why a contract stops or ends; none of them says that anybody is to blame. */
export const GROUNDS = ['force-majeure', 'occupation', 'lost-allocation', 'liquidation', 'court', 'agreement'] as const;
export type Ground = (typeof GROUNDS)[number];

export interface Settlement {
  paidKop: number;
  spentKop: number;
  returnKop: number;
  returnUntil: string | null;
}

export interface ActContent {
  kind: ActKind;
  number: string;
  on: string;
  ground: Ground | null;
  note: string;
  settlement: Settlement | null;
  at: Date;
  place: string;
  contract: { number: string; signedOn: string; subject: string };
  organiser: string;
  organisation: string;
  signer: { name: string; position: string };
}

/** What was paid is what was spent and what comes back, to the kopeck. */
export const settle = (paidKop: number, spentKop: number, returnUntil: string | null): Settlement => {
  const returnKop = paidKop - spentKop;
  return { paidKop, spentKop, returnKop, returnUntil: returnKop > 0 ? returnUntil : null };
};

const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `contracts:actPaper.${key}`, data);
const money = (kop: number): string => formatMoney(kop, 'uk');

/** The act that stops, resumes or ends a contract. */
export function actPaper(act: ActContent): PdfModel {
  const { contract, settlement } = act;
  const points = [
    t(`${act.kind}.point`, {
      number: contract.number,
      date: longDate(contract.signedOn, 'uk'),
      on: longDate(act.on, 'uk'),
    }),
    ...(act.ground ? [t('ground', { ground: phrase('uk', `contracts:grounds.${act.ground}`) })] : []),
    ...(act.note ? [t('circumstances', { note: act.note })] : []),
  ];
  const closing = settlement
    ? [
        t('return', {
          sum: money(settlement.returnKop),
          until: settlement.returnUntil ? longDate(settlement.returnUntil, 'uk') : '',
        }),
      ]
    : [];
  const numbered = (texts: readonly string[], from: number): PdfBlock[] =>
    texts.map((text, index) => ({ kind: 'paragraph', lead: `${from + index}.`, text }));
  return {
    ...{ title: t(`${act.kind}.title`), language: 'uk', number: act.number, issuedAt: act.at, place: act.place },
    headerLines: [act.organiser],
    blocks: [
      { kind: 'paragraph', text: t('about', { organisation: act.organisation, subject: contract.subject }) },
      ...numbered(points, 1),
      ...(settlement ? [settlementTable(settlement)] : []),
      ...numbered(settlement?.returnKop ? closing : settlement ? [t('nothingBack')] : [], points.length + 1),
      { kind: 'paragraph', text: t('noBlame') },
      {
        kind: 'signatures',
        rows: [{ ...act.signer, mark: t('signed', { at: longDateTime(act.at, 'uk', true) }) }],
      },
    ],
  };
}

const settlementTable = ({ paidKop, spentKop, returnKop }: Settlement): PdfBlock => ({
  kind: 'table',
  columns: [
    { title: t('paid'), align: 'right' },
    { title: t('spent'), align: 'right' },
    { title: t('toReturn'), align: 'right' },
  ],
  rows: [[money(paidKop), money(spentKop), money(returnKop)]],
});
