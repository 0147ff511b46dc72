import type { Criterion } from '#libs/competitions';
import type { Lang } from '#libs/platform/access';
import { phrase } from '#libs/platform/phrases';
import { pointsText } from '../model/fraction.js';
import type { RatingRow } from '../queries/rating-of.js';

export interface RatingTableRow extends Omit<RatingRow, 'criteria'> {
  /** Two decimals, for showing only (rule 44). */
  score: string;
  /** The same exactly: «144/9». */
  fraction: string;
  /** Where the bar ends. */
  value: number;
  /** One for each criterion. */
  means: number[];
  standing: 'placed' | 'below';
  /** What parted the tie, in words; null when there was none. */
  tie: string | null;
}

/** The rows of the rating in words and numbers. */
export function ratingTable(
  rows: readonly RatingRow[],
  named: readonly Pick<Criterion, 'key' | 'title'>[],
  lang: Lang,
): RatingTableRow[] {
  const titles = new Map(named.map(({ key, title }) => [key, title]));
  return rows.map(({ criteria, ...row }) => ({
    ...row,
    score: pointsText({ numerator: row.pointsSum, denominator: row.sheetsCount }, lang),
    fraction: `${row.pointsSum}/${row.sheetsCount}`,
    value: row.sheetsCount === 0 ? 0 : row.pointsSum / row.sheetsCount,
    means: criteria.map(({ sum, count }) => (count === 0 ? 0 : sum / count)),
    standing: row.isPassed ? 'placed' : 'below',
    tie: tieInWords(row.tieStep, titles, lang),
  }));
}

function tieInWords(step: string | null, titles: ReadonlyMap<string, string>, lang: Lang): string | null {
  if (step === null) return null;
  const [kind, key = ''] = step.split(':', 2);
  return phrase(lang, `evaluation:tie.${kind}`, { title: titles.get(key) });
}
