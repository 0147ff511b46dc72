import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import { Typed } from '#libs/platform/http';
import { parseMoney } from '#libs/platform/money';
import type { Anchor } from '../model/criterion.js';

const asText = (value: unknown): string => (typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') : '');

/** A number with at most two decimals as typed («12,5») -> hundredths (1250). Empty = null. */
export function HundredthsField({ max, code }: { max: number; code: string }): PropertyDecorator {
  return applyDecorators(
    Typed((value) => (asText(value) === '' ? null : (parseMoney(asText(value)) ?? Number.NaN))),
    IsOptional(),
    Max(max * 100, { message: code, context: { max } }),
    Min(0, { message: code, context: { max } }),
    IsInt({ message: code, context: { max } }),
  );
}

/** Ticked checkboxes of one name -> list of values. */
export function ChoicesField(values: readonly string[]): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => (value === undefined || value === '' ? [] : [value].flat())),
    IsIn(values as string[], { each: true, message: 'platform.choose' }),
    ArrayMaxSize(values.length, { message: 'platform.choose' }),
  );
}

/** One item per line. */
export function LinesField({ max, length }: { max: number; length: number }): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) =>
      asText(value)
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    ),
    ArrayMaxSize(max, { message: 'competitions.too-many-lines', context: { max } }),
    MaxLength(length, { each: true, message: 'competitions.line-too-long', context: { max: length } }),
  );
}

const ANCHOR = /^(\d{1,3})\s*[—–:.)-]\s*(.+)$/;

/** «5 — переконливо доведена» per line -> anchors in the order of points; null when a line is not so. */
export function readAnchors(text: string): Anchor[] | null {
  const lines = text.split('\n').map((line) => line.trim());
  const matches = lines.filter(Boolean).map((line) => ANCHOR.exec(line));
  if (matches.some((match) => match === null)) return null;
  const anchors = matches.map((match) => ({ points: Number(match![1]), text: match![2]!.trim() }));
  const points = new Set(anchors.map((anchor) => anchor.points));
  return points.size === anchors.length ? anchors.sort((a, b) => a.points - b.points) : null;
}

/** How the anchors are typed again. */
export const anchorsAsText = (anchors: readonly Anchor[]): string =>
  anchors.map(({ points, text }) => `${points} — ${text}`).join('\n');

/** What each number of points means; no anchor may lie above the scale of its criterion. */
export function AnchorsField(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }) => readAnchors(asText(value)) ?? false),
    ValidateBy(
      {
        name: 'anchorsInScale',
        validator: {
          validate: (anchors, args) => {
            const { maxPoints } = args!.object as { maxPoints: number };
            return !Array.isArray(anchors) || (anchors as Anchor[]).every(({ points }) => points <= maxPoints);
          },
        },
      },
      { message: 'competitions.anchor-over-scale' },
    ),
    IsArray({ message: 'competitions.anchors-form' }),
  );
}
