import { invalidField } from '#libs/platform/errors';
import { MoneyField, OneOfField, TextField, WholeNumberField, type FormBody } from '#libs/platform/http';
import { CONFIDENCES, REASON_MAX, type Advice, type Confidence } from '../model/advice.js';
import type { ConflictKind, Declaration } from '../model/conflict.js';
import { LINK_LENGTH_MAX, LINKS_MAX, linksOf, type DeclaredLink } from '../model/conflict-question.js';
import { COMMENT_MAX, type EnteredScore } from '../model/sheet.js';

const LINKS_TEXT_MAX = 5_000;
const VERSION_MAX = 1_000_000;

/** What a form of one button sends. */
export class ButtonForm {
  @OneOfField(['yes'], { required: false }) confirmed: string | null;
}

/** Conflicts are read from `kinds[<proposal>]` and `reasons[<proposal>]`; `rest` is the button for all the others. */
export class ConflictsForm {
  @OneOfField(['none'], { required: false }) rest: 'none' | null;
  @TextField({ max: LINKS_TEXT_MAX, required: false }) organisations: string | null;
  @TextField({ max: LINKS_TEXT_MAX, required: false }) closePeople: string | null;
  /** The page has the fields of links: without it they stay as they are. */
  @OneOfField(['yes'], { required: false }) hasLinks: string | null;
}

/** Null = they were not on the page. @throws InvalidInput when there are too many, or a line is too long */
export function readLinks({ organisations, closePeople, hasLinks }: ConflictsForm): DeclaredLink[] | null {
  if (!hasLinks) return null;
  const own = {
    organisations: linesIn('organisation', organisations),
    closePeople: linesIn('close-person', closePeople),
  };
  for (const [field, links] of Object.entries(own))
    if (links.length > LINKS_MAX || links.some(({ line }) => line.length > LINK_LENGTH_MAX))
      throw invalidField(field, 'evaluation.links-too-many', { count: LINKS_MAX, max: LINK_LENGTH_MAX });
  return Object.values(own).flat();
}

const linesIn = (kind: DeclaredLink['kind'], typed: string | null): DeclaredLink[] => linksOf(kind, typed ?? '');

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
  /** Null when the script saves. */
  @OneOfField(['draft', 'ready'], { required: false }) intent: 'draft' | 'ready' | null;
  @TextField({ max: COMMENT_MAX, required: false }) comment: string | null;
  @MoneyField({ required: false }) recommendedKop: number | null;
  @TextField({ max: REASON_MAX, required: false }) recommendedReason: string | null;
  @OneOfField(CONFIDENCES, { required: false }) confidence: Confidence | null;
}

export const readAdvice = ({ recommendedKop, recommendedReason, confidence }: SheetForm): Advice => ({
  recommendedKop,
  recommendedReason: recommendedReason ?? '',
  confidence,
});

/** A choice that is no plain whole number becomes NaN, which is inside no scale. */
export function readScores(body: FormBody): EnteredScore[] {
  const points = group(body, 'points');
  const comments = group(body, 'comments');
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

/** A form with a file comes flat: `points[fit]` is a name there. */
function group(body: FormBody, name: string): Record<string, unknown> {
  const flat = Object.entries(body).filter(([key]) => key.startsWith(`${name}[`) && key.endsWith(']'));
  return {
    ...record(body[name]),
    ...Object.fromEntries(flat.map(([key, value]) => [key.slice(name.length + 1, -1), value])),
  };
}

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().replace(/\r\n/g, '\n') : '');
