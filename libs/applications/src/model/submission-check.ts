import { budgetProblems } from './budget-problems.js';
import type { DraftProposal, ProposalRules } from './draft-proposal.js';
import type { Activity } from './frozen-proposal.js';
import { answerProblems, fileProblems } from './answer-problems.js';
import { listIf, type Problem } from './problem.js';
import { inOrderOf } from './reach.js';

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

function aboutProblems(draft: DraftProposal, rules: ProposalRules): Problem[] {
  const problem = (field: string, code: string, data = {}): Problem => ({ part: 'about', field, code, data });
  const { targetGroups } = rules;
  const reachesNobody = targetGroups.length > 0 && inOrderOf(targetGroups, draft.reach).length === 0;
  const needsPriority = rules.priorities.length > 0 && !rules.priorities.some(({ id }) => id === draft.priorityId);
  return [
    ...listIf(draft.title === '', problem('title', 'title')),
    ...listIf(needsPriority, problem('priorityId', 'priority')),
    ...listIf(!draft.startOn, problem('startOn', 'start')),
    ...listIf(!draft.endOn, problem('endOn', 'end')),
    ...dateProblems(draft, rules).map(({ field, code }) =>
      problem(field, code, { from: rules.projectsFrom, until: rules.projectsUntil }),
    ),
    ...listIf(reachesNobody, problem('reach[0][people]', 'reach')),
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
