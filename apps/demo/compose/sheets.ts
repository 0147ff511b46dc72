import { readFileSync } from 'node:fs';
import type { DemoConflict, DemoSheet } from '../play/world-data.js';
import { numberFrom, pick } from './pick.js';

const words = JSON.parse(readFileSync(new URL('../data/commission-words.json', import.meta.url), 'utf8')) as Record<
  'high' | 'good' | 'middle' | 'low',
  string[]
>;

const CRITERIA = ['aim', 'results', 'efficiency', 'capacity'];
const MAX = 5;
const BEST = 18.6;
const WORST = 9.1;
/** The pairs that are planned to tie: the second of each gets exactly as many points as the first. */
const TIES_EVERY = 17;

/** How strict somebody is, over and over: the sum over nine members is zero. */
const TEMPERS = [0, -1, 1, 0, -2, 1, 0, 2, -1];

/**
 * Sheets for proposals that are listed from the best to the weakest: every member without a conflict scores, each in an
 * own temper, and the sums go down the list, so that the rating comes out as the list says but for its ties.
 */
export function sheetsFor(
  keysByMerit: readonly string[],
  members: readonly { key: string }[],
  conflicts: readonly DemoConflict[],
): DemoSheet[] {
  return keysByMerit.flatMap((application, index) => {
    const free = members.filter(
      ({ key }) => !conflicts.some((one) => one.person === key && one.application === application),
    );
    const place = index > 0 && index % TIES_EVERY === 0 ? index - 1 : index;
    const mean = BEST - ((BEST - WORST) * place) / keysByMerit.length;
    return totalsOf(mean, free.length).map((total, seat) =>
      sheet(application, free[seat]!.key, total, numberFrom(`${application} ${seat}`, CRITERIA.length)),
    );
  });
}

/** Whole points of each member that add up to the mean. */
function totalsOf(mean: number, count: number): number[] {
  const sum = Math.round(mean * count);
  const floor = Math.floor(sum / count);
  return Array.from({ length: count }, (_, seat) => {
    const share = floor + (seat < sum - floor * count ? 1 : 0);
    return share + temper(seat, count);
  });
}

const temper = (seat: number, count: number): number => (count === TEMPERS.length ? TEMPERS[seat]! : 0);

/** Spreads the total over the criteria, beginning with another one each time. */
function sheet(application: string, person: string, total: number, first: number): DemoSheet {
  const wanted = Math.min(Math.max(total, 0), CRITERIA.length * MAX);
  const base = Math.floor(wanted / CRITERIA.length);
  const points: Record<string, number> = {};
  CRITERIA.forEach((criterion, index) => {
    const turn = (index + first) % CRITERIA.length;
    points[criterion] = base + (turn < wanted - base * CRITERIA.length ? 1 : 0);
  });
  return { application, person, points, comment: comment(wanted, `${application} ${person}`) };
}

function comment(total: number, key: string): string {
  const band = total >= 17 ? 'high' : total >= 14 ? 'good' : total >= 10 ? 'middle' : 'low';
  return pick(words[band], key);
}
