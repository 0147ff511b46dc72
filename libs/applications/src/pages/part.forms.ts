import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsObject, ValidateNested } from 'class-validator';
import { DayField, MoneyField, OneOfField, TextField, WholeNumberField } from '#libs/platform/http';
import { INDICATOR_KINDS, type IndicatorKind } from '../model/frozen-proposal.js';
import {
  ACTIVITIES_MAX,
  INDICATORS_MAX,
  LINES_MAX,
  MONTHS_MAX,
  PRICE_MAX_KOP,
  QUANTITY_MAX,
  REACH_MAX,
  ROW_TEXT_MAX,
  ROW_WORD_MAX,
  SHARE_MAX_KOP,
  TITLE_LENGTH_MAX,
} from '../model/limits.js';
import { LimitedMoneyField } from './limited-money-field.js';

const VERSION_MAX = 1_000_000;
const REACH_ROWS_MAX = 50;
const rows = (max: number) => ArrayMaxSize(max, { message: 'applications.too-many-rows', context: { max } });

/** Every form of a part carries the version that it showed. */
export class PartForm {
  @WholeNumberField({ min: 0, max: VERSION_MAX, code: 'applications.stale' }) version: number;
}

/** A target group of the competition; an empty number = not chosen. */
export class ReachRow {
  @TextField({ max: 40 }) key: string;
  @WholeNumberField({ min: 1, max: REACH_MAX, required: false }) people: number | null;
}

export class AboutForm extends PartForm {
  @TextField({ max: TITLE_LENGTH_MAX, required: false }) title: string | null;
  /** A browser sends nothing for radios of which none is chosen. */
  @TextField({ max: 36, required: false }) priorityId: string | null = null;
  @DayField({ required: false }) startOn: string | null;
  @DayField({ required: false }) endOn: string | null;
  @rows(REACH_ROWS_MAX)
  @ValidateNested({ each: true })
  @Type(() => ReachRow)
  reach: ReachRow[] = [];
}

const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

/** What was typed by the key of its question; what it may be is said by the form of the competition. */
export class AnswersForm extends PartForm {
  @Transform(({ obj }) => asRecord((obj as Record<string, unknown>).answers))
  @IsObject({ message: 'platform.wrong-form' })
  answers: Record<string, unknown> = {};
}

export class ActivityRow {
  @TextField({ max: 7, required: false, pattern: /^\d{4}-(0[1-9]|1[0-2])$/, patternCode: 'platform.choose' })
  month: string | null;
  @TextField({ max: ROW_TEXT_MAX, required: false }) title: string | null;
  @TextField({ max: ROW_TEXT_MAX, required: false }) place: string | null;
  @TextField({ max: ROW_WORD_MAX, required: false }) responsible: string | null;
}

export class ActivitiesForm extends PartForm {
  @rows(ACTIVITIES_MAX)
  @ValidateNested({ each: true })
  @Type(() => ActivityRow)
  activities: ActivityRow[] = [];
}

export class BudgetRow {
  @TextField({ max: 40, required: false }) group: string | null;
  @TextField({ max: ROW_WORD_MAX, required: false }) category: string | null;
  @TextField({ max: ROW_TEXT_MAX, required: false }) title: string | null;
  @TextField({ max: 40, required: false }) unit: string | null;
  @WholeNumberField({ min: 0, max: QUANTITY_MAX, required: false }) quantity: number | null;
  @WholeNumberField({ min: 0, max: MONTHS_MAX, required: false }) months: number | null;
  @LimitedMoneyField(PRICE_MAX_KOP) @MoneyField({ required: false }) price: number | null;
  @LimitedMoneyField(SHARE_MAX_KOP) @MoneyField({ required: false }) funded: number | null;
  @LimitedMoneyField(SHARE_MAX_KOP) @MoneyField({ required: false }) own: number | null;
  @LimitedMoneyField(SHARE_MAX_KOP) @MoneyField({ required: false }) other: number | null;
}

export class BudgetForm extends PartForm {
  @rows(LINES_MAX)
  @ValidateNested({ each: true })
  @Type(() => BudgetRow)
  lines: BudgetRow[] = [];
}

export class IndicatorRow {
  @OneOfField(INDICATOR_KINDS) kind: IndicatorKind;
  @TextField({ max: ROW_TEXT_MAX, required: false }) title: string | null;
  @TextField({ max: 40, required: false }) unit: string | null;
  @TextField({ max: ROW_WORD_MAX, required: false }) baseline: string | null;
  @TextField({ max: ROW_WORD_MAX, required: false }) planned: string | null;
  @TextField({ max: ROW_TEXT_MAX, required: false }) source: string | null;
}

export class IndicatorsForm extends PartForm {
  @rows(INDICATORS_MAX)
  @ValidateNested({ each: true })
  @Type(() => IndicatorRow)
  indicators: IndicatorRow[] = [];
}

/** The key of the question that asks for the file. */
export class FileForm {
  @TextField({ max: 60 }) purpose: string;
}

/** The check page carries the version of the whole form. */
export class SubmissionForm extends PartForm {}

export class NoFields {}

export class StartForm {
  @TextField({ max: 36, code: 'applications.choose-organisation' }) organisationId: string;
  /** An earlier proposal to begin from; empty = from a blank form. */
  @TextField({ max: 36, required: false, pattern: /^[0-9a-f-]{36}$/, patternCode: 'platform.choose' })
  earlierId: string | null = null;
}
