import { questionsOf, type ProposalForm, type Question } from './proposal-form.js';

/** Answers by the key of the question; several options are a list. */
export type Answers = Readonly<Record<string, unknown>>;

/** The questions that are asked, given the answers. A hidden question hides those that depend on it. */
export function shownQuestions(form: ProposalForm, answers: Answers): Set<string> {
  const shown = new Set<string>();
  // A condition looks back only, so that one pass is enough.
  for (const question of questionsOf(form)) if (isAsked(question, answers, shown)) shown.add(question.key);
  return shown;
}

function isAsked({ condition }: Question, answers: Answers, shown: ReadonlySet<string>): boolean {
  if (!condition) return true;
  const answer = answers[condition.question];
  const isSo = Array.isArray(answer) ? answer.includes(condition.is) : answer === condition.is;
  return isSo && shown.has(condition.question);
}
