import { takeNumber, type NumberSeries } from '#libs/documents';
import type { Tx } from '#libs/platform/database';

/** «12/2020»: twelfth of the authority in the year. Rehearsals are counted apart, so no real number is missing. */
export async function takePaperNumber(
  tx: Tx,
  { organiserId, series, year, isRehearsal }: NumberSeries & { isRehearsal: boolean },
): Promise<string> {
  const number = await takeNumber(tx, { organiserId, series: isRehearsal ? `${series}:rehearsal` : series, year });
  return `${isRehearsal ? 'НАВЧАЛЬНИЙ-' : ''}${number}/${year}`;
}
