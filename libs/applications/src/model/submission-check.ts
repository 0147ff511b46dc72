import { costOf, isBalanced, isOwnShareEnough, ownShareNeededKop, sumsOf } from './budget.js';
import type { DraftProposal, ProposalRules } from './draft-proposal.js';
import type { Activity, BudgetLine } from './frozen-proposal.js';
import { answerProblems, fileProblems } from './answer-problems.js';
import type { Problem } from './problem.js';

export type { Problem } from './problem.js';

/** Everything that stands between a draft and its submission, in the order of the pages; empty = ready. */
export function problemsOf(draft: DraftProposal, rules: ProposalRules): Problem[] {
  return [
    ...aboutProblems(draft, rules),
    ...answerProblems(draft, rules.form),
    ...activityProblems(draft),
    ...budgetProblems(draft.lines, rules),
    ...indicatorProblems(draft),
    ...fileProblems(draft, rules.form),
  ];
}

const listIf = <T>(condition: unknown, ...items: T[]): T[] => (condition ? items : []);

function aboutProblems(draft: DraftProposal, rules: ProposalRules): Problem[] {
  const problem = (field: string, code: string, data = {}): Problem => ({ part: 'about', field, code, data });
  const needsPriority = rules.priorities.length > 0 && !rules.priorities.some(({ id }) => id === draft.priorityId);
  return [
    ...listIf(draft.title === '', problem('title', 'title')),
    ...listIf(needsPriority, problem('priorityId', 'priority')),
    ...listIf(!draft.startOn, problem('startOn', 'start')),
    ...listIf(!draft.endOn, problem('endOn', 'end')),
    ...dateProblems(draft, rules).map(({ field, code }) =>
      problem(field, code, { from: rules.projectsFrom, until: rules.projectsUntil }),
    ),
  ];
}

/** rule 25: the project lies inside the budget period of the competition. */
function dateProblems({ startOn, endOn }: DraftProposal, { projectsFrom, projectsUntil }: ProposalRules) {
  const isOutside = (day: string | null) =>
    day !== null && ((projectsFrom !== null && day < projectsFrom) || (projectsUntil !== null && day > projectsUntil));
  return [
    ...listIf(isOutside(startOn), { field: 'startOn', code: 'start-outside' }),
    ...listIf(isOutside(endOn), { field: 'endOn', code: 'end-outside' }),
    ...listIf(startOn && endOn && endOn < startOn, { field: 'endOn', code: 'end-before-start' }),
  ];
}

function activityProblems({ activities, startOn, endOn }: DraftProposal): Problem[] {
  const problem = (field: string, code: string, row?: number): Problem => ({
    part: 'activities',
    field,
    code,
    data: { row },
  });
  if (activities.length === 0) return [problem('activities[0][title]', 'no-activities')];
  return activities.flatMap((activity, index) => {
    const field = (name: string) => `activities[${index}][${name}]`;
    return [
      ...listIf(activity.title === '', problem(field('title'), 'activity-title', index + 1)),
      ...listIf(!activity.month, problem(field('month'), 'activity-month', index + 1)),
      ...listIf(isOutsideProject(activity, startOn, endOn), problem(field('month'), 'activity-outside', index + 1)),
    ];
  });
}

function isOutsideProject({ month }: Activity, startOn: string | null, endOn: string | null): boolean {
  if (!month || !startOn || !endOn) return false;
  return month < startOn.slice(0, 7) || month > endOn.slice(0, 7);
}

function budgetProblems(lines: BudgetLine[], rules: ProposalRules): Problem[] {
  const problem = (field: string, code: string, data = {}): Problem => ({ part: 'budget', field, code, data });
  if (lines.length === 0) return [problem('lines[0][title]', 'no-lines')];
  return [
    ...lines.flatMap((line, index) =>
      lineProblems(line, index).map(({ name, ...rest }) => problem(name, ...args(rest))),
    ),
    ...sumProblems(lines, rules).map(({ code, data }) => problem('sums', code, data)),
  ];
}

const args = ({ code, data }: { code: string; data: object }): [string, object] => [code, data];

function lineProblems(line: BudgetLine, index: number): { name: string; code: string; data: object }[] {
  const at = (name: string, code: string, data = {}) => ({
    name: `lines[${index}][${name}]`,
    code,
    data: { row: index + 1, ...data },
  });
  const sums = { costKop: costOf(line), sharesKop: line.fundedKop + line.ownKop };
  return [
    ...listIf(line.title === '', at('title', 'line-title')),
    ...listIf(line.quantity < 1, at('quantity', 'line-quantity')),
    ...listIf(line.priceKop < 1, at('price', 'line-price')),
    // rule 21: to the kopeck
    ...listIf(!isBalanced(line), at('funded', 'line-unbalanced', sums)),
  ];
}

function sumProblems(lines: BudgetLine[], rules: ProposalRules): { code: string; data: Record<string, unknown> }[] {
  const sums = sumsOf(lines);
  const { capKop, ownShareHundredths: share } = rules;
  const { requestedKop, ownKop } = sums;
  if (requestedKop === 0) return [{ code: 'nothing-requested', data: {} }];
  return [
    // rule 22
    ...listIf(capKop !== null && requestedKop > capKop, {
      code: 'above-cap',
      data: { requestedKop, capKop, overKop: requestedKop - (capKop ?? 0) },
    }),
    // rule 23
    ...listIf(share !== null && !isOwnShareEnough(sums, share), {
      code: 'own-share',
      data: { ownKop, neededKop: ownShareNeededKop(requestedKop, share ?? 0), percent: (share ?? 0) / 100 },
    }),
  ];
}

/** rule 26: at least one indicator of each kind, each with a planned value and a source of confirmation. */
function indicatorProblems({ indicators }: DraftProposal): Problem[] {
  const problem = (field: string, code: string, row?: number): Problem => ({
    part: 'indicators',
    field,
    code,
    data: { row },
  });
  const has = (kind: string) => indicators.some((indicator) => indicator.kind === kind);
  const needed = ['title', 'planned', 'source'] as const;
  return [
    ...indicators.flatMap((indicator, index) =>
      needed
        .filter((name) => indicator[name] === '')
        .map((name) => problem(`indicators[${index}][${name}]`, `indicator-${name}`, index + 1)),
    ),
    ...listIf(!has('quantitative'), problem('indicators[0][title]', 'no-quantitative')),
    ...listIf(!has('qualitative'), problem('indicators[0][title]', 'no-qualitative')),
  ];
}
