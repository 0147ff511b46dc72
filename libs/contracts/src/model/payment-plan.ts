import { addMonths } from '#libs/platform/clock';
import type { Instalment } from './contract.js';

/** One payment, or two with the second one after a report; to the kopeck. */
export function firstPlan(sumKop: number, firstPercent: number, startsOn: string, endsOn: string): Instalment[] {
  const first = Math.max(1, Math.floor((sumKop * firstPercent) / 100));
  const rest = sumKop - first;
  const begin = { amountKop: first, dueOn: startsOn, waitsForReport: false };
  if (rest === 0) return [begin];
  return [begin, { amountKop: rest, dueOn: middle(startsOn, endsOn), waitsForReport: true }];
}

/** Not before the start and not after the end. */
function middle(startsOn: string, endsOn: string): string {
  const months = (year: string) => Number(year.slice(0, 4)) * 12 + Number(year.slice(5, 7));
  const half = addMonths(startsOn, Math.floor((months(endsOn) - months(startsOn)) / 2));
  return half > endsOn ? endsOn : half;
}

export const sumOf = (rows: readonly { amountKop: number }[]): number =>
  rows.reduce((sum, { amountKop }) => sum + amountKop, 0);
