import { Expose, Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsNumber, IsOptional, ValidateNested } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { FILE_KINDS, type FileKind } from '#libs/documents';
import { OneOfField, TextField, TickField, WholeNumberField } from '#libs/platform/http';
import { parseMoney } from '#libs/platform/money';
import {
  COLUMN_KINDS,
  FORM_LIMITS,
  QUESTION_KINDS,
  type ColumnKind,
  type Question,
  type QuestionKind,
} from '../model/form/proposal-form.js';
import { RevisedForm } from './form.forms.js';

const words = (value: string | null): string => value ?? '';
const KEY = /^[a-z][\w-]{0,40}$/i;

class OptionRow {
  @TextField({ max: 41, pattern: KEY, required: false }) value: string | null;
  @TextField({ max: FORM_LIMITS.option, code: 'competitions.form-option-unfit' }) uk: string;
  @TextField({ max: FORM_LIMITS.option, required: false }) en: string | null;
}

class ColumnRow {
  @TextField({ max: 41, pattern: KEY, required: false }) key: string | null;
  @TextField({ max: FORM_LIMITS.option, code: 'competitions.form-column-unfit' }) uk: string;
  @TextField({ max: FORM_LIMITS.option, required: false }) en: string | null;
  @OneOfField(COLUMN_KINDS) kind: ColumnKind;
}

/** A limit as typed; which one it is, a number or an amount of money, says the kind of the question. */
function LimitField(): PropertyDecorator {
  return applyDecorators(
    Expose(),
    Transform(({ value, obj }) => limitOf(String(value ?? '').trim(), (obj as { kind?: string }).kind)),
    IsOptional(),
    IsNumber({}, { message: 'platform.number' }),
  );
}

function limitOf(text: string, kind: string | undefined): number | null {
  if (text === '') return null;
  if (kind === 'money') return parseMoney(text) ?? Number.NaN;
  const bare = text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  return /^-?\d{1,12}(\.\d{1,4})?$/.test(bare) ? Number(bare) : Number.NaN;
}

const limited = (max: number) => WholeNumberField({ min: 1, max, required: false });

export class QuestionForm extends RevisedForm {
  @OneOfField(QUESTION_KINDS) kind: QuestionKind;
  @TextField({ max: FORM_LIMITS.title, code: 'competitions.form-untitled' }) titleUk: string;
  @TextField({ max: FORM_LIMITS.title, required: false }) titleEn: string | null;
  @TextField({ max: FORM_LIMITS.hint, required: false }) hintUk: string | null;
  @TextField({ max: FORM_LIMITS.hint, required: false }) hintEn: string | null;
  @TextField({ max: FORM_LIMITS.example, required: false }) exampleUk: string | null;
  @TextField({ max: FORM_LIMITS.example, required: false }) exampleEn: string | null;
  @TickField() required = false;
  @TextField({ max: 41, required: false }) criterion: string | null;
  /** `<question>=<answer>` */
  @TextField({ max: 100, required: false }) condition: string | null;
  @limited(FORM_LIMITS.answer) maxLength: number | null;
  @limited(FORM_LIMITS.words) maxWords: number | null;
  @LimitField() min: number | null;
  @LimitField() max: number | null;
  @limited(FORM_LIMITS.rows) rowsMin: number | null;
  @limited(FORM_LIMITS.rows) rowsMax: number | null;
  @limited(FORM_LIMITS.fileMb) maxMb: number | null;

  @Transform(({ value }) => [value ?? []].flat())
  @IsIn(FILE_KINDS, { each: true, message: 'platform.choose' })
  formats: FileKind[] = [];

  @Type(() => OptionRow)
  @ValidateNested({ each: true })
  @ArrayMaxSize(FORM_LIMITS.options, { message: 'platform.wrong-form' })
  options: OptionRow[] = [];

  @Type(() => ColumnRow)
  @ValidateNested({ each: true })
  @ArrayMaxSize(FORM_LIMITS.columns, { message: 'platform.wrong-form' })
  columns: ColumnRow[] = [];
}

/** The question that a form describes; only what its kind has. */
export function questionIn(form: QuestionForm): Omit<Question, 'key'> {
  const { kind, required, criterion } = form;
  return {
    ...{ kind, required, criterion },
    title: { uk: form.titleUk, en: words(form.titleEn) },
    hint: { uk: words(form.hintUk), en: words(form.hintEn) },
    goodExample: form.exampleUk ? { uk: form.exampleUk, en: words(form.exampleEn) } : null,
    condition: conditionIn(form.condition),
    ...ownOf(form),
  };
}

function conditionIn(text: string | null): Question['condition'] {
  const [question, is] = (text ?? '').split('=');
  return question && is ? { question, is } : null;
}

function ownOf(form: QuestionForm): Partial<Question> {
  const { maxLength, maxWords, min, max, rowsMin, rowsMax, formats, maxMb } = form;
  switch (form.kind) {
    case 'short':
    case 'long':
      return { maxLength, maxWords };
    case 'number':
    case 'money':
      return { min, max };
    case 'choice':
    case 'choices':
      return { options: numbered(form.options, 'value').map(({ key, title }) => ({ value: key, title })) };
    case 'table':
      return { rowsMin, rowsMax, columns: columnsIn(form) };
    case 'file':
      return { formats, maxMb };
    default:
      return {};
  }
}

const columnsIn = ({ columns }: QuestionForm): Question['columns'] =>
  numbered(columns, 'key').map((one, index) => ({ ...one, kind: columns[index]!.kind }));

type Row = { uk: string; en: string | null; value?: string | null; key?: string | null };

/** Rows that are new get a key of their own; the others keep theirs, so that answers and conditions go on. */
function numbered(rows: readonly Row[], name: 'value' | 'key') {
  let last = Math.max(0, ...rows.map((row) => Number(/^o(\d{1,9})$/.exec(row[name] ?? '')?.[1] ?? 0)));
  return rows.map((row) => ({ key: row[name] ?? `o${(last += 1)}`, title: { uk: row.uk, en: words(row.en) } }));
}
