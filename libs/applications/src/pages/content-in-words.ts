import type { Lang } from '#libs/platform/access';
import { costOf } from '../model/budget.js';
import type { FrozenProposal } from '../model/frozen-proposal.js';
import { monthInWords } from './months.js';

/** A proposal as a page shows it: months in words, the cost of each line. */
export const contentInWords = (content: FrozenProposal, lang: Lang) => ({
  ...content,
  activities: content.activities.map((activity) => ({
    ...activity,
    monthText: activity.month ? monthInWords(activity.month, lang) : '',
  })),
  budget: {
    ...content.budget,
    lines: content.budget.lines.map((line) => ({ ...line, costKop: costOf(line) })),
  },
});
