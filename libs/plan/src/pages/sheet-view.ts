import type { Lang } from '#libs/platform/access';
import { quarterInWords, wordingOf } from '#libs/measures';
import { STATUTE_STATES } from '../model/answer-form.js';
import type { AnswerSheet, SheetLine } from '../queries/answer-sheet.js';

/** Empty rows that a form offers after those that are filled. */
const SPARE_ROWS = 1;

/** A sheet of answers as its form shows it: `index` counts the fields. */
export function sheetView(sheet: AnswerSheet, lang: Lang) {
  return {
    ...sheet,
    quarterText: quarterInWords(sheet.quarter, lang),
    statuteStates: STATUTE_STATES,
    isSent: sheet.lines.every(
      ({ answer }) => answer !== null && answer.state !== 'draft' && answer.state !== 'returned',
    ),
    isAccepted: sheet.lines.every(({ answer }) => answer?.state === 'accepted'),
    lines: sheet.lines.map((line, index) => ({
      ...line,
      index,
      wording: wordingOf(line, lang),
      rowNumbers: rowNumbers(line),
      isReadOnly: sheet.isClosed || line.answer?.state === 'accepted',
    })),
  };
}

function rowNumbers({ form, answer }: SheetLine): number[] {
  if (form === 'plain') return [];
  return Array.from({ length: (answer?.rows.length ?? 0) + SPARE_ROWS }, (_, index) => index);
}
