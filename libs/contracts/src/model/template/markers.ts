import { sumInWords } from '#libs/awards';
import type { PdfBlock } from '#libs/documents';
import { longDate } from '#libs/platform/clock';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import type { ContractContent } from './contract-content.js';
import { budgetTable, detailsTable, indicatorsTable, planTable, stagesTable } from './tables.js';

const LINE = '____________';
const days = (count: number | null): string =>
  count === null ? LINE : phrase('uk', 'contracts:paper.days', { count });

/** What a marker in the words of a template stands for. */
export const WORD_MARKERS: Record<string, (content: ContractContent) => string> = {
  орган: ({ organiser }) => organiser.name,
  'код органу': ({ organiser }) => organiser.edrpou,
  'місто органу': ({ organiser }) => organiser.city,
  керівник: ({ organiser }) => organiser.director || LINE,
  'посада керівника': ({ organiser }) => organiser.directorPosition || LINE,
  організація: ({ organisation }) => organisation.name,
  'код організації': ({ organisation }) => organisation.edrpou,
  'адреса організації': ({ organisation }) => organisation.address,
  підписант: ({ contract }) => contract.signerName ?? LINE,
  'посада підписанта': ({ contract }) => contract.signerPosition ?? LINE,
  підстава: ({ contract }) => contract.ground ?? LINE,
  конкурс: ({ competitionTitle }) => competitionTitle,
  предмет: ({ contract }) => contract.subject,
  'номер пропозиції': ({ registerCode }) => registerCode,
  рік: ({ budgetYear }) => String(budgetYear),
  КПКВК: ({ contract }) => contract.kpkvk ?? LINE,
  КЕКВ: ({ contract }) => contract.kekv ?? LINE,
  сума: ({ contract }) => formatMoney(contract.sumKop, 'uk'),
  'сума словами': ({ contract }) => sumInWords(contract.sumKop),
  початок: ({ contract }) => longDate(contract.startsOn, 'uk'),
  кінець: ({ contract }) => longDate(contract.endsOn, 'uk'),
  'строк звіту': ({ finalReportDays }) => days(finalReportDays),
  'відсоток змін': ({ budgetChangePercent }) => (budgetChangePercent === null ? LINE : `${budgetChangePercent} %`),
};

/** A marker alone on its line stands for a whole table. */
export const TABLE_MARKERS: Record<string, (content: ContractContent) => PdfBlock> = {
  етапи: stagesTable,
  показники: indicatorsTable,
  кошторис: budgetTable,
  'план виплат': planTable,
  реквізити: detailsTable,
};

const MARKER = /\{\{\s*([^{}]*?)\s*\}\}/g;

export const markersIn = (text: string): string[] => [...text.matchAll(MARKER)].map(([, name]) => name!);

/** Markers that nobody knows, as they were typed. */
export const unknownMarkers = (text: string): string[] =>
  markersIn(text).filter((name) => !Object.hasOwn(WORD_MARKERS, name) && !Object.hasOwn(TABLE_MARKERS, name));

/** The table that a line stands for; null for a line of words. */
export function tableOf(line: string, content: ContractContent): PdfBlock | null {
  const [name] = /^\s*\{\{.*\}\}\s*$/.test(line) ? markersIn(line) : [];
  return name !== undefined && Object.hasOwn(TABLE_MARKERS, name) ? TABLE_MARKERS[name]!(content) : null;
}

/** One pass: what a person typed into a title is never read as a marker. */
export const filled = (text: string, content: ContractContent): string =>
  text.replace(MARKER, (typed, name: string) =>
    Object.hasOwn(WORD_MARKERS, name) ? WORD_MARKERS[name]!(content) : typed,
  );
