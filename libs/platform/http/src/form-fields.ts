import { applyDecorators } from '@nestjs/common';
import { Expose, Transform } from 'class-transformer';
import {
  Allow,
  IsBoolean,
  IsDate,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { kyivInstant, parseDay } from '#libs/platform/clock';
import { AMOUNT_MAX_KOP, isMoney, parseMoney } from '#libs/platform/money';
import { wholeNumber } from '#libs/platform/numbers';

/*
 * Form fields as people type them. Each decorator turns the typed text into a value and puts a message at the field.
 * An empty optional field becomes null. Messages are codes of the platform's phrases unless `code` says otherwise.
 */
interface Common {
  required?: boolean;
  /** Own code for «this field is empty». */
  code?: string;
}

/**
 * Makes a value of what was typed. A field that the page did not show is read as one that was left empty. The value is
 * kept also where nothing checks it: what a shape does not name is dropped, and a bare `Typed` names it.
 */
export const Typed = (read: (typed: unknown) => unknown): PropertyDecorator =>
  applyDecorators(
    Expose(),
    Allow(),
    Transform(({ value }) => read(value)),
  );

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') : '');

function optional(field: Common): PropertyDecorator[] {
  return field.required === false ? [IsOptional()] : [];
}

const emptyCode = (field: Common): string => field.code ?? 'platform.required';

/** Text, trimmed; `max` characters. */
export function TextField(
  field: Common & { max: number; min?: number; pattern?: RegExp; patternCode?: string },
): PropertyDecorator {
  const min = field.min ?? 1;
  return applyDecorators(
    Typed((value) => (field.required === false && asText(value) === '' ? null : asText(value))),
    ...optional(field),
    MaxLength(field.max, { message: 'platform.too-long', context: { max: field.max } }),
    MinLength(min, { message: min > 1 ? 'platform.too-short' : emptyCode(field), context: { min } }),
    ...(field.pattern ? [Matches(field.pattern, { message: field.patternCode ?? 'platform.wrong-form' })] : []),
    IsString({ message: emptyCode(field) }),
  );
}

/** NaN for what is no amount, the largest number for an amount that nobody has. */
const kopOf = (typed: string): number => parseMoney(typed) ?? (isMoney(typed) ? Number.MAX_SAFE_INTEGER : Number.NaN);

/** Money as typed («1 500,50») -> kopecks. */
export function MoneyField(field: Common & { minKop?: number } = {}): PropertyDecorator {
  return applyDecorators(
    Typed((value) => (asText(value) === '' ? null : kopOf(asText(value)))),
    ...optional(field),
    Max(AMOUNT_MAX_KOP, { message: ({ value }) => `platform.money${Number.isNaN(value) ? '' : '-too-large'}` }),
    Min(field.minKop ?? 0, { message: 'platform.money-too-small' }),
    IsInt({ message: 'platform.money' }),
  );
}

/** A day as typed («05.10.2020») -> 'YYYY-MM-DD'. */
export function DayField(field: Common = {}): PropertyDecorator {
  return applyDecorators(
    Typed((value) => (asText(value) === '' ? null : (parseDay(asText(value)) ?? false))),
    ...optional(field),
    IsString({ message: 'platform.day' }),
  );
}

const MOMENT = /^(\S+?)[,\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

function parseMoment(text: string): Date | false {
  const match = MOMENT.exec(text);
  const day = match && parseDay(match[1]!);
  if (!match || !day || Number(match[2]) > 23 || Number(match[3]) > 59 || Number(match[4] ?? 0) > 59) return false;
  return kyivInstant(day, `${match[2]!.padStart(2, '0')}:${match[3]}:${match[4] ?? '00'}`);
}

/** Kyiv date and time as typed («05.11.2020 18:00») -> instant. */
export function KyivMomentField(field: Common = {}): PropertyDecorator {
  return applyDecorators(
    Typed((value) => (asText(value) === '' ? null : parseMoment(asText(value)))),
    ...optional(field),
    IsDate({ message: 'platform.moment' }),
  );
}

/** A whole number as typed: «1 500», «1 500,00». */
export function WholeNumberField(field: Common & { min: number; max: number }): PropertyDecorator {
  return applyDecorators(
    Typed((value) => (asText(value) === '' ? null : (wholeNumber(asText(value)) ?? Number.NaN))),
    ...optional(field),
    Max(field.max, { message: 'platform.number-range', context: { min: field.min, max: field.max } }),
    Min(field.min, { message: 'platform.number-range', context: { min: field.min, max: field.max } }),
    IsInt({ message: 'platform.number', context: { min: field.min, max: field.max } }),
  );
}

/** One of the listed values (radios, select). */
export function OneOfField(values: readonly string[], field: Common = {}): PropertyDecorator {
  return applyDecorators(
    Typed((value) => (asText(value) === '' ? null : asText(value))),
    ...optional(field),
    IsIn(values as string[], { message: field.code ?? 'platform.choose' }),
  );
}

/** A checkbox: ticked or not; a browser sends nothing for an empty one. */
export function TickField(): PropertyDecorator {
  return applyDecorators(
    Typed((value) => ['1', 'on', 'true', 'yes'].includes(asText(value))),
    IsBoolean({ message: 'platform.choose' }),
  );
}
