import type { Lang } from '#libs/platform/access';
import type { FailedForm } from '#libs/platform/http';
import { quarterInWords, wordingOf } from '#libs/measures';
import { STATUTE_STATES } from '../model/answer-form.js';
import type { AnswerSheet, SheetLine } from '../queries/answer-sheet.js';

/** Empty rows that a form offers after those that are filled. */
const SPARE_ROWS = 1;

/** A sheet of answers as its form shows it. `form`: what was sent and came back with faults. */
export function sheetView(sheet: AnswerSheet, lang: Lang, form?: FailedForm) {
  const posted = postedAnswers(form);
  const isReadOnly = ({ answer }: SheetLine) => sheet.isClosed || answer?.state === 'accepted';
  // What was sent keeps its number, so that it comes back to its own measure; the others are counted on.
  let next = posted.length;
  const indexOf = (line: SheetLine): number | null => {
    if (isReadOnly(line)) return null;
    const at = posted.findIndex((one) => one.sliceId === line.sliceId);
    return at >= 0 ? at : next++;
  };
  return {
    ...sheet,
    form,
    quarterText: quarterInWords(sheet.quarter, lang),
    statuteStates: STATUTE_STATES,
    isSent: sheet.lines.every(
      ({ answer }) => answer !== null && answer.state !== 'draft' && answer.state !== 'returned',
    ),
    isAccepted: sheet.lines.every(({ answer }) => answer?.state === 'accepted'),
    lines: sheet.lines.map((line) => {
      const index = indexOf(line);
      return {
        ...{ ...line, index, wording: wordingOf(line, lang), isReadOnly: isReadOnly(line) },
        rowNumbers: rowNumbers(line, index === null ? 0 : (posted[index]?.rows ?? 0)),
      };
    }),
  };
}

/** The answers that were sent, in their order: whose they are, and with how many rows. */
function postedAnswers(form?: FailedForm): { sliceId: unknown; rows: number }[] {
  const sent: unknown = form?.values?.answers;
  if (!Array.isArray(sent)) return [];
  return sent.map((one: { sliceId?: unknown; rows?: unknown } | null) => ({
    sliceId: one?.sliceId,
    rows: Array.isArray(one?.rows) ? one.rows.length : 0,
  }));
}

function rowNumbers({ form, answer }: SheetLine, posted: number): number[] {
  if (form === 'plain') return [];
  const length = Math.max((answer?.rows.length ?? 0) + SPARE_ROWS, posted);
  return Array.from({ length }, (_, index) => index);
}
