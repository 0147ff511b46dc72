import { costOf, groupSums, isBalanced, isOwnShareEnough, ownShareNeededKop, sharesOf, sumsOf } from './budget.js';
import type { ProposalRules } from './draft-proposal.js';
import type { BudgetLine } from './frozen-proposal.js';
import { listIf, type Problem } from './problem.js';

type Found = Pick<Problem, 'code' | 'data'>;

/** What keeps a budget from being submitted: line by line, then its sums. */
export function budgetProblems(lines: BudgetLine[], rules: ProposalRules): Problem[] {
  const problem = (field: string, found: Found): Problem => ({ part: 'budget', field, ...found });
  if (lines.length === 0) return [problem('lines[0][title]', { code: 'no-lines' })];
  return [
    ...lines.flatMap((line, index) =>
      lineProblems(line, rules).map(({ name, code, data }) =>
        problem(`lines[${index}][${name}]`, { code, data: { row: index + 1, ...data } }),
      ),
    ),
    ...[...sumProblems(lines, rules), ...groupProblems(lines, rules)].map((found) => problem('sums', found)),
  ];
}

function lineProblems(line: BudgetLine, { budgetRules: { groups } }: ProposalRules): (Found & { name: string })[] {
  const needsGroup = groups.length > 0 && !groups.some(({ key }) => key === line.group);
  const sums = { costKop: costOf(line), sharesKop: sharesOf(line) };
  return [
    ...listIf(line.title === '', { name: 'title', code: 'line-title' }),
    ...listIf(needsGroup, { name: 'group', code: 'line-group' }),
    ...listIf(line.quantity < 1, { name: 'quantity', code: 'line-quantity' }),
    ...listIf(line.priceKop < 1, { name: 'price', code: 'line-price' }),
    // rule 21: to the kopeck
    ...listIf(!isBalanced(line), { name: 'funded', code: 'line-unbalanced', data: sums }),
  ];
}

function sumProblems(lines: BudgetLine[], rules: ProposalRules): Found[] {
  const sums = sumsOf(lines);
  const { capKop, ownShareHundredths: share } = rules;
  const { requestedKop, ownKop, otherKop } = sums;
  if (requestedKop === 0) return [{ code: 'nothing-requested' }];
  return [
    // rule 22
    ...listIf(capKop !== null && requestedKop > capKop, {
      code: 'above-cap',
      data: { requestedKop, capKop, overKop: requestedKop - (capKop ?? 0) },
    }),
    // rule 23
    ...listIf(share !== null && !isOwnShareEnough(sums, share), {
      code: 'own-share',
      data: {
        ownKop,
        neededKop: ownShareNeededKop(requestedKop + otherKop, share ?? 0),
        percent: (share ?? 0) / 100,
      },
    }),
  ];
}

/** rule 24: a group of costs takes no more of what is asked than its cap. */
function groupProblems(lines: BudgetLine[], { budgetRules }: ProposalRules): Found[] {
  return groupSums(lines, budgetRules)
    .filter(({ isOver }) => isOver)
    .map(({ group, fundedKop, capKop }) => ({
      code: 'group-above-cap',
      data: { group: { uk: group.title, en: group.titleEn || group.title }, fundedKop, capKop },
    }));
}
