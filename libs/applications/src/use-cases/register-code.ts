import type { CompetitionRow } from '#libs/competitions';
import { takeNumber } from '#libs/documents';
import type { Tx } from '#libs/platform/database';

const CODE_DIGITS = 3;

/** «1.1-2021/007»: one series for a competition, taken last, so that it is locked for a moment only (rule 19). */
export async function registerCodeOf(
  tx: Tx,
  { id, organiserId, budgetYear, code }: Pick<CompetitionRow, 'id' | 'organiserId' | 'budgetYear' | 'code'>,
): Promise<string> {
  const number = await takeNumber(tx, { organiserId, series: `applications:${id}`, year: budgetYear ?? 0 });
  return `${code}/${String(number).padStart(CODE_DIGITS, '0')}`;
}
