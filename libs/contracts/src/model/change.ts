import type { FieldError } from '#libs/platform/errors';

export const CHANGE_KINDS = ['time', 'content', 'budget', 'people'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

export interface Time {
  startsOn: string;
  endsOn: string;
}
/** What each line gets, in the order of the budget. */
export interface Budget {
  fundedKop: number[];
}
/** In words: who takes part, what is done. */
export interface InWords {
  text: string;
}
export type ChangeValue = Time | Budget | InWords;

export interface AskedPart {
  kind: ChangeKind;
  reason: string;
  before: ChangeValue;
  after: ChangeValue;
}

export interface ChangePart extends AskedPart {
  /** Null until it is decided. */
  isAccepted: boolean | null;
  decisionReason: string | null;
}

const total = (kop: readonly number[]): number => kop.reduce((sum, one) => sum + one, 0);

/**
 * rule 61: money moves between lines, the total never grows; own money of the organisation is not ours to move.
 * `field(index)` names the field of a line.
 */
export function budgetProblems(before: readonly number[], after: readonly number[]): FieldError[] {
  if (after.length !== before.length || after.some((kop) => !Number.isSafeInteger(kop) || kop < 0))
    return [{ field: 'lines[0][funded]', code: 'contracts.budget-lines' }];
  if (total(after) !== total(before)) return [{ field: 'lines[0][funded]', code: 'contracts.total-moves' }];
  if (after.every((kop, index) => kop === before[index]))
    return [{ field: 'lines[0][funded]', code: 'contracts.nothing-moved' }];
  return [];
}

/**
 * rule 61: moves inside the limit need only a notice. Counted from what the contract began with, so that many small
 * moves do not become a large one; a line that had nothing has no limit to stay in.
 */
export const isWithinLimit = (first: readonly number[], after: readonly number[], percent: number | null): boolean =>
  percent !== null && after.every((kop, index) => (kop - first[index]!) * 100 <= percent * first[index]!);

/** Only a budget, and only inside the limit. */
export const isNotice = (parts: readonly AskedPart[], first: readonly number[], percent: number | null): boolean =>
  parts.length === 1 &&
  parts[0]!.kind === 'budget' &&
  isWithinLimit(first, (parts[0]!.after as Budget).fundedKop, percent);
