import type { PdfBlock, PdfModel } from '#libs/documents';
import type { Lang } from '#libs/platform/access';
import { formatMoney } from '#libs/platform/money';
import { phrase } from '#libs/platform/phrases';
import {
  FORM_LIMITS,
  inLang,
  type FixedPart,
  type FormSection,
  type ProposalForm,
  type Question,
} from './form/proposal-form.js';
import type { ModelSection } from './model-proposal.js';

/** Empty rows of a table that is filled in without the system. */
const EMPTY_ROWS = 5;

interface Call {
  title: string;
  organiser: string;
  /** Where the proposal itself is submitted. */
  address: string;
  closesAt: string;
}

/** The form of a competition as a document: for those who write without the internet and copy it over later. */
export function emptyFormPaper(call: Call, form: ProposalForm, lang: Lang): PdfModel {
  const t = (key: string, data: Record<string, unknown> = {}) => phrase(lang, `competitions:formPaper.${key}`, data);
  return {
    title: t('title'),
    language: lang,
    headerLines: [call.organiser],
    blocks: [
      { kind: 'paragraph', text: call.title, bold: true },
      { kind: 'paragraph', text: t('lead', { ...call }) },
      ...form.sections.flatMap((section) => sectionBlocks(section, lang)),
    ],
  };
}

/** The example of a filled-in proposal as a document. */
export function examplePaper(call: Call, sections: readonly ModelSection[], lang: Lang): PdfModel {
  return {
    title: phrase(lang, 'competitions:model.title'),
    language: lang,
    headerLines: [call.organiser],
    blocks: [
      { kind: 'paragraph', text: call.title, bold: true },
      { kind: 'paragraph', text: phrase(lang, 'competitions:model.lead') },
      ...sections.flatMap(({ title, questions }): PdfBlock[] => [
        { kind: 'heading', level: 1, text: inLang(title, lang) },
        ...questions.flatMap((question): PdfBlock[] => [
          { kind: 'heading', level: 2, text: inLang(question.title, lang) },
          { kind: 'paragraph', text: question.answer },
        ]),
      ]),
    ],
  };
}

function sectionBlocks({ title, part, questions }: FormSection, lang: Lang): PdfBlock[] {
  return [
    { kind: 'heading', level: 1, text: inLang(title, lang) },
    ...(part && part !== 'files' ? [partTable(part, lang)] : []),
    ...questions.flatMap((question) => questionBlocks(question, lang)),
  ];
}

/** Activities, budget and indicators: the columns that the system asks for. */
function partTable(part: Exclude<FixedPart, 'files'>, lang: Lang): PdfBlock {
  const titles = phrase(lang, `competitions:formPaper.columns.${part}`).split('; ');
  return emptyTable(titles);
}

function emptyTable(titles: readonly string[], rows = EMPTY_ROWS): PdfBlock {
  return {
    kind: 'table',
    columns: titles.map((title) => ({ title, align: 'left' as const })),
    rows: Array.from({ length: rows }, () => titles.map(() => '')),
  };
}

function questionBlocks(question: Question, lang: Lang): PdfBlock[] {
  const t = (key: string, data: Record<string, unknown> = {}) => phrase(lang, `competitions:${key}`, data);
  const optional = question.required ? '' : ` ${phrase(lang, 'platform:form.optional')}`;
  const hint = [inLang(question.hint, lang), ...limitsOf(question, lang)].filter(Boolean).join(' ');
  const example = inLang(question.goodExample, lang);
  return [
    { kind: 'heading', level: 2, text: `${inLang(question.title, lang)}${optional}` },
    ...(hint ? [{ kind: 'paragraph' as const, text: hint }] : []),
    ...(example
      ? [{ kind: 'paragraph' as const, lead: `${t('question.goodExample')}:`, text: example, italic: true }]
      : []),
    ...answerBlocks(question, lang),
  ];
}

function answerBlocks({ kind, options, columns }: Question, lang: Lang): PdfBlock[] {
  const t = (key: string) => phrase(lang, `competitions:${key}`);
  if (kind === 'file') return [{ kind: 'paragraph', text: t('formPaper.file') }];
  if (kind === 'table') return [emptyTable((columns ?? []).map(({ title }) => inLang(title, lang)))];
  const choices =
    kind === 'yes-no' ? [t('question.yes'), t('question.no')] : (options ?? []).map(({ title }) => inLang(title, lang));
  if (choices.length > 0) return choices.map((text) => ({ kind: 'paragraph', text: `☐ ${text}` }));
  return [emptyTable([t('formPaper.answer')], 1)];
}

function limitsOf(
  { kind, maxLength, maxWords, max, rowsMin, rowsMax, formats, maxMb }: Question,
  lang: Lang,
): string[] {
  const t = (key: string, data: Record<string, unknown>) => phrase(lang, `competitions:${key}`, data);
  return [
    ...(maxLength ? [t('formPaper.maxLength', { count: maxLength })] : []),
    ...(maxWords ? [t('question.maxWords', { count: maxWords })] : []),
    ...(kind === 'money' && max ? [t('question.maxMoney', { max: formatMoney(max, lang) })] : []),
    ...(kind === 'table' ? [t('question.rows', { min: rowsMin ?? 0, max: rowsMax ?? FORM_LIMITS.rows })] : []),
    ...(kind === 'file'
      ? [t('question.formats', { formats: (formats ?? []).join(', '), mb: maxMb ?? FORM_LIMITS.fileMb })]
      : []),
  ];
}
