import { OneOfField, TextField, WholeNumberField, type FormBody } from '#libs/platform/http';
import type { ConflictKind, Declaration } from '../model/conflict.js';
import { COMMENT_MAX, type EnteredScore } from '../model/sheet.js';

const VERSION_MAX = 1_000_000;

/** What a form of one button sends. */
export class ButtonForm {
  @OneOfField(['yes'], { required: false }) confirmed: string | null;
}

/** Conflicts are read from `kinds[<proposal>]` and `reasons[<proposal>]`; `rest` is the button for all the others. */
export class ConflictsForm {
  @OneOfField(['none'], { required: false }) rest: 'none' | null;
}

export function readDeclarations(
  body: FormBody,
  { rest }: ConflictsForm,
  proposalIds: readonly string[],
): Declaration[] {
  const kinds = record(body.kinds);
  const reasons = record(body.reasons);
  return proposalIds.flatMap((applicationId) => {
    const kind = text(kinds[applicationId]) || rest;
    return kind ? [{ applicationId, kind: kind as ConflictKind, reason: text(reasons[applicationId]) }] : [];
  });
}

/** Points are read from `points[<criterion>]`, comments from `comments[<criterion>]`. */
export class SheetForm {
  @WholeNumberField({ min: 0, max: VERSION_MAX }) version: number;
  @OneOfField(['draft', 'ready']) intent: 'draft' | 'ready';
  @TextField({ max: COMMENT_MAX, required: false }) comment: string | null;
}

/** A choice that is no plain whole number becomes NaN, which is inside no scale. */
export function readScores(body: FormBody): EnteredScore[] {
  const points = record(body.points);
  const comments = record(body.comments);
  const keys = new Set([...Object.keys(points), ...Object.keys(comments)]);
  return [...keys].map((key) => ({
    key,
    points: pointsOf(text(points[key])),
    comment: text(comments[key]),
  }));
}

const pointsOf = (typed: string): number | null => {
  if (typed === '') return null;
  return /^\d{1,3}$/.test(typed) ? Number(typed) : Number.NaN;
};

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') : '');
