import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { INDICATOR_KINDS } from '../../model/frozen-proposal.js';
import type { Part } from '../../model/parts.js';
import type { ApplicationForWriting } from '../../queries/application-for-writing.js';
import { projectMonths } from '../months.js';
import type { TypedColumn, TypedRow, TypedTable } from './typed-table.js';

export const TABLE_PARTS = ['budget', 'activities', 'indicators'] as const satisfies readonly Part[];
export type TablePart = (typeof TABLE_PARTS)[number];

/** The table of a part with the rows that are saved. */
export function tableOf(
  part: TablePart,
  view: ApplicationForWriting,
  lang: Lang,
): { table: TypedTable; saved: TypedRow[] } {
  const words = (key: string) => phrase(lang, `applications:${part}.${key}`);
  const { columns, saved, rows } = MADE[part](view, lang, words);
  return { table: { title: phrase(lang, `applications:part.${part}`), rows, columns }, saved };
}

type Make = (
  view: ApplicationForWriting,
  lang: Lang,
  words: (key: string) => string,
) => { columns: TypedColumn[]; saved: TypedRow[]; rows: string };

const MADE: Record<TablePart, Make> = { budget, activities, indicators };

const hryvnias = (kop: number): string => (kop / 100).toFixed(2);

function budget(
  { draft, settings: { budgetRules } }: ApplicationForWriting,
  lang: Lang,
  words: (key: string) => string,
) {
  const { groups, isByMonths, hasOtherSources } = budgetRules;
  const options = groups.map(({ key, title, titleEn }) => ({ value: key, text: (lang === 'en' && titleEn) || title }));
  const money = (key: string): TypedColumn => ({ key, heading: `${words(key)}, ${words('uah')}`, kind: 'money' });
  const text = (key: string): TypedColumn => ({ key, heading: words(key), kind: 'text' });
  const number = (key: string): TypedColumn => ({ key, heading: words(key), kind: 'number' });
  return {
    rows: 'lines',
    columns: [
      text('title'),
      options.length > 0
        ? { key: 'group', heading: words('group'), kind: 'choice' as const, options }
        : text('category'),
      ...[text('unit'), number('quantity'), money('price')],
      ...(isByMonths ? [number('months')] : []),
      ...[money('funded'), money('own')],
      ...(hasOtherSources ? [money('other')] : []),
    ],
    saved: draft.lines.map((line) => ({
      ...{ title: line.title, group: line.group, category: line.category, unit: line.unit },
      ...{ quantity: String(line.quantity), months: String(line.months), price: hryvnias(line.priceKop) },
      ...{ funded: hryvnias(line.fundedKop), own: hryvnias(line.ownKop), other: hryvnias(line.otherKop) },
    })),
  };
}

function activities(view: ApplicationForWriting, lang: Lang, words: (key: string) => string) {
  const options = projectMonths(view, lang);
  return {
    rows: 'activities',
    columns: [
      { key: 'month', heading: words('month'), kind: 'choice' as const, options },
      ...['title', 'place', 'responsible'].map((key) => ({ key, heading: words(key), kind: 'text' as const })),
    ],
    saved: view.draft.activities.map(({ month, title, place, responsible }) => ({
      ...{ month: month ?? '', title, place, responsible },
    })),
  };
}

function indicators({ draft }: ApplicationForWriting, _lang: Lang, words: (key: string) => string) {
  const options = INDICATOR_KINDS.map((value) => ({ value, text: words(`kinds.${value}`) }));
  const keys = ['title', 'unit', 'baseline', 'planned', 'source'];
  return {
    rows: 'indicators',
    columns: [
      { key: 'kind', heading: words('kind'), kind: 'choice' as const, options, fallback: INDICATOR_KINDS[0] },
      ...keys.map((key) => ({ key, heading: words(key), kind: 'text' as const })),
    ],
    saved: draft.indicators.map(({ kind, title, unit, baseline, planned, source }) => ({
      ...{ kind, title, unit, baseline, planned, source },
    })),
  };
}
