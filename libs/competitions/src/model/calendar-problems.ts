import { kyivDay } from '#libs/platform/clock';
import type { CompetitionSettings } from './settings.js';
import { problem, type Problem } from './problem.js';

/** Dates that are needed, and dates that contradict each other. */
export function calendarProblems(settings: CompetitionSettings): Problem[] {
  const { opensAt, closesAt, scoringFrom, scoringUntil, decisionUntil, projectsFrom, projectsUntil } = settings;
  return [
    ...problem(!opensAt, 'opens', 'calendar', 'opensAt'),
    ...problem(!closesAt, 'closes', 'calendar', 'closesAt'),
    ...problem(!scoringFrom || !scoringUntil, 'scoring-window', 'calendar', 'scoringFrom'),
    ...problem(!decisionUntil, 'decision', 'calendar', 'decisionUntil'),
    ...problem(!projectsFrom || !projectsUntil, 'projects', 'calendar', 'projectsFrom'),
    ...inquiryProblems(settings),
    ...orderProblems(settings),
    ...defenceProblems(settings),
    ...projectProblems(settings),
  ];
}

/** Whoever asks has to have somebody who answers in time: asking ends with the reception at the latest. */
function inquiryProblems({ inquiriesUntil, closesAt, announcedOn }: CompetitionSettings): Problem[] {
  const closesOn = closesAt && kyivDay(closesAt);
  return [
    ...problem(isBefore(closesOn, inquiriesUntil), 'inquiries-after-closing', 'calendar', 'inquiriesUntil'),
    ...problem(isBefore(inquiriesUntil, announcedOn), 'inquiries-before-announcement', 'calendar', 'inquiriesUntil'),
  ];
}

/** Reception, admission, scoring and decision follow one another. */
function orderProblems(settings: CompetitionSettings): Problem[] {
  const { opensAt, closesAt, admissionUntil, scoringFrom, scoringUntil, decisionUntil } = settings;
  const closesOn = closesAt && kyivDay(closesAt);
  const scoringEndsOn = scoringUntil && kyivDay(scoringUntil);
  return [
    ...problem(isNotAfter(closesAt, opensAt), 'closes-before-opens', 'calendar', 'closesAt'),
    ...problem(isBefore(admissionUntil, closesOn), 'admission-before-closing', 'calendar', 'admissionUntil'),
    ...problem(isNotAfter(scoringFrom, closesAt), 'scoring-before-closing', 'calendar', 'scoringFrom'),
    ...problem(isNotAfter(scoringUntil, scoringFrom), 'scoring-window-empty', 'calendar', 'scoringUntil'),
    ...problem(isBefore(decisionUntil, scoringEndsOn), 'decision-before-scoring', 'calendar', 'decisionUntil'),
  ];
}

/** Those admitted defend their proposals before the decision; before or after the scoring is up to the conditions (rule 43). */
function defenceProblems({ closesAt, admissionUntil, defenceOn, decisionUntil }: CompetitionSettings): Problem[] {
  if (isBefore(defenceOn, closesAt && kyivDay(closesAt)))
    return problem(true, 'defence-before-closing', 'calendar', 'defenceOn');
  return [
    ...problem(isBefore(defenceOn, admissionUntil), 'defence-before-admission', 'calendar', 'defenceOn'),
    ...problem(isBefore(decisionUntil, defenceOn), 'defence-after-decision', 'calendar', 'defenceOn'),
  ];
}

/** Rule 25: projects lie inside the budget year. */
function projectProblems({ budgetYear, projectsFrom, projectsUntil }: CompetitionSettings): Problem[] {
  if (!projectsFrom || !projectsUntil) return [];
  const outside =
    budgetYear !== null && (projectsFrom < `${budgetYear}-01-01` || projectsUntil > `${budgetYear}-12-31`);
  return [
    ...problem(projectsUntil < projectsFrom, 'projects-order', 'calendar', 'projectsUntil'),
    ...problem(outside, 'projects-outside-year', 'calendar', 'projectsFrom', { year: budgetYear }),
  ];
}

const isBefore = (day: string | null, border: string | null): boolean =>
  day !== null && border !== null && day < border;

/** True when `later` does not come after `earlier`. */
const isNotAfter = (later: Date | null, earlier: Date | null): boolean =>
  later !== null && earlier !== null && later.getTime() <= earlier.getTime();
