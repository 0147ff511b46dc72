import { budgetProblems, costOf, sumsOf, type BudgetLine, type Problem } from '#libs/applications';
import type { CompetitionSettings } from '#libs/competitions';

/** What may be changed in a line of a corrected budget; the line itself stays what was evaluated. */
export type CorrectedMoney = Pick<BudgetLine, 'quantity' | 'priceKop' | 'months' | 'fundedKop' | 'ownKop' | 'otherKop'>;

/** The submitted lines with the corrected money; a line of no quantity is left out. */
export function correctedLines(submitted: readonly BudgetLine[], typed: readonly CorrectedMoney[]): BudgetLine[] {
  return submitted.map((line, index) => ({ ...line, ...typed[index] })).filter(({ quantity }) => quantity > 0);
}

/**
 * rule 49: the corrected budget asks exactly what is offered, and every rule of a budget holds (rules 21, 23, 24).
 * Nothing costs more than in the proposal that was evaluated.
 */
export function correctedProblems(
  submitted: readonly BudgetLine[],
  typed: readonly CorrectedMoney[],
  offeredKop: number,
  settings: CompetitionSettings,
): Problem[] {
  const money = submitted.map((line, index) => ({ ...line, ...typed[index] }));
  const grown = money.flatMap((line, index) =>
    costOf(line) > costOf(submitted[index]!)
      ? [problem(`lines[${index}][price]`, 'line-grown', { row: index + 1, wasKop: costOf(submitted[index]!) })]
      : [],
  );
  const kept = money.map((line, index) => ({ line, index })).filter(({ line }) => line.quantity > 0);
  const lines = kept.map(({ line }) => line);
  const { requestedKop } = sumsOf(lines);
  const sum = requestedKop === offeredKop ? [] : [problem('sums', 'sum-not-offered', { requestedKop, offeredKop })];
  // The rows that stay are numbered as the page numbers them all.
  const rows = kept.map(({ index }) => index);
  return [...grown, ...budgetProblems(lines, settings).map((one) => atItsRow(one, rows)), ...sum];
}

const problem = (field: string, code: string, data: Record<string, unknown>): Problem => ({
  ...{ part: 'budget', field, code, data },
});

function atItsRow(one: Problem, rows: readonly number[]): Problem {
  const nth = /^lines\[(\d+)\]/.exec(one.field)?.[1];
  const row = nth === undefined ? undefined : rows[Number(nth)];
  if (row === undefined) return one;
  const data = { ...one.data, row: row + 1 };
  return { ...one, field: one.field.replace(/^lines\[\d+\]/, `lines[${row}]`), data };
}
