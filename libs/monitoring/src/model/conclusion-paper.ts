import type { PdfBlock, PdfModel } from '#libs/documents';
import { kyivInstant, longDate, longDateTime } from '#libs/platform/clock';
import { formatAmount } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import { plainNumber } from '#libs/platform/numbers';
import type { MoneyUse, ProjectResult } from './conclusion.lifecycle.js';
import type { IndicatorFact, LineReport } from './report.js';
import { reportedOf } from './lines.js';

/** Everything that the paper says. */
export interface ConclusionContent {
  number: string;
  approvedAt: Date;
  organiser: { name: string; city: string };
  director: { name: string; position: string };
  author: string;
  project: { title: string; organisation: string; edrpou: string; contract: string; competition: string };
  startsOn: string;
  endsOn: string;
  sumKop: number;
  result: ProjectResult;
  moneyUse: MoneyUse;
  grounds: string;
  recommendation: string;
  paidKop: number;
  acceptedKop: number;
  untargetedKop: number;
  unspentKop: number;
  unresolvedKop: number;
  byActKop: number;
  refund: { dueOn: string } | null;
  indicators: Pick<IndicatorFact, 'title' | 'unit' | 'planned' | 'fact'>[];
  lines: LineReport[];
  objection: string | null;
  answer: string | null;
}

const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `monitoring:paper.${key}`, data);
const money = (kop: number) => t('uah', { amount: formatAmount(kop, 'uk') });
const day = (on: string) => longDate(kyivInstant(on, '12:00'), 'uk');
const left = (title: string) => ({ title, align: 'left' as const });
const right = (title: string) => ({ title, align: 'right' as const });

/** The conclusion on a project as a paper that an official signs. */
export function conclusionPaper(content: ConclusionContent): PdfModel {
  return {
    title: t('title'),
    language: 'uk',
    number: content.number,
    issuedAt: content.approvedAt,
    place: content.organiser.city,
    headerLines: [content.organiser.name],
    blocks: [
      ...about(content),
      ...indicatorsOf(content),
      ...moneyOf(content),
      ...decided(content),
      {
        kind: 'signatures',
        rows: [
          {
            position: content.director.position,
            name: content.director.name,
            mark: t('approved', { at: longDateTime(content.approvedAt, 'uk', true) }),
          },
          { position: t('author'), name: content.author, mark: t('drafted') },
        ],
      },
    ],
  };
}

function about({ project, startsOn, endsOn, sumKop }: ConclusionContent): PdfBlock[] {
  return [
    {
      kind: 'facts',
      rows: [
        [t('project'), `«${project.title}»`],
        [t('organisation'), `${project.organisation}, ${t('edrpou')} ${project.edrpou}`],
        [t('contract'), `№ ${project.contract}`],
        [t('competition'), project.competition],
        [t('term'), t('fromTo', { from: day(startsOn), to: day(endsOn) })],
        [t('sum'), money(sumKop)],
      ],
    },
  ];
}

function indicatorsOf({ indicators }: ConclusionContent): PdfBlock[] {
  const withUnit = (value: string, unit: string) =>
    value === '' ? '–' : plainNumber(value) && unit ? `${value} ${unit}` : value;
  return [
    { kind: 'heading', level: 1, text: t('indicators') },
    {
      kind: 'table',
      columns: [left(t('indicator')), { ...left(t('planned')), width: 38 }, { ...left(t('fact')), width: 38 }],
      rows: indicators.map(({ title, unit, planned, fact }) => [title, withUnit(planned, unit), withUnit(fact, unit)]),
    },
  ];
}

function moneyOf({ lines, ...content }: ConclusionContent): PdfBlock[] {
  const amount = (kop: number) => formatAmount(kop, 'uk');
  const sum = (of: (line: LineReport) => number) => lines.reduce((total, line) => total + of(line), 0);
  return [
    { kind: 'heading', level: 1, text: t('money') },
    {
      kind: 'table',
      columns: [
        left(t('line')),
        ...['plannedKop', 'reported', 'difference'].map((key) => ({ ...right(t(key)), width: 30 })),
      ],
      rows: lines.map((line) => [
        ...[line.title, amount(line.plannedKop), amount(reportedOf(line)), amount(line.plannedKop - reportedOf(line))],
      ]),
      totals: [
        ...[t('total'), amount(sum(({ plannedKop }) => plannedKop)), amount(sum(reportedOf))],
        amount(sum((line) => line.plannedKop - reportedOf(line))),
      ],
    },
    {
      kind: 'facts',
      rows: [
        [t('paid'), money(content.paidKop)],
        [t('accepted'), money(content.acceptedKop)],
        [t('untargeted'), money(content.untargetedKop)],
        ...(content.unresolvedKop > 0 ? [[t('unresolved'), money(content.unresolvedKop)] as [string, string]] : []),
        [t('unspent'), money(content.unspentKop)],
        ...(content.byActKop > 0 ? [[t('byAct'), money(content.byActKop)] as [string, string]] : []),
        [t('toReturn'), money(content.untargetedKop + content.unspentKop)],
      ],
    },
  ];
}

function decided({
  result,
  moneyUse,
  grounds,
  recommendation,
  refund,
  objection,
  answer,
  ...sums
}: ConclusionContent): PdfBlock[] {
  const said = (key: string, text: string): PdfBlock[] =>
    text === '' ? [] : [{ kind: 'paragraph', lead: `${t(key)}:`, text }];
  const toReturn = money(sums.untargetedKop + sums.unspentKop);
  return [
    { kind: 'heading', level: 1, text: t('conclusion') },
    ...said('result', phrase('uk', `monitoring:result.${result}`)),
    ...said('use', phrase('uk', `monitoring:use.${moneyUse}`)),
    ...said('grounds', grounds),
    ...said('objection', objection ?? ''),
    ...said('answer', answer ?? ''),
    ...said('refund', refund ? t('returnBy', { sum: toReturn, on: day(refund.dueOn) }) : ''),
    ...said('recommendation', recommendation),
  ];
}
