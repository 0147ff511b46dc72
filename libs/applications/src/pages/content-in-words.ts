import type { Lang } from '#libs/platform/access';
import { costOf } from '../model/budget.js';
import { linesIn, type FrozenBudget, type FrozenProposal } from '../model/frozen-proposal.js';
import { monthInWords } from './months.js';

/** A proposal as a page shows it: months in words, the cost of each line. */
export const contentInWords = (content: FrozenProposal, lang: Lang) => ({
  ...content,
  activities: content.activities.map((activity) => ({
    ...activity,
    monthText: activity.month ? monthInWords(activity.month, lang) : '',
  })),
  budget: budgetSheet(content.budget),
});

function budgetSheet(budget: FrozenBudget) {
  const lines = linesIn(budget).map((line) => ({ ...line, costKop: costOf(line) }));
  return { ...budget, otherKop: budget.otherKop ?? 0, lines, isByMonths: lines.some(({ months }) => months !== 1) };
}
