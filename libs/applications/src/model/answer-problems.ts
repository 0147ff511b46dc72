import { shownQuestions, type FormSection, type ProposalForm, type Question } from '#libs/competitions';
import { fits, isAnswered, type AnswerValue } from './answers.js';
import type { DraftProposal } from './draft-proposal.js';
import { answersPart } from './parts.js';
import { readAnswer } from './read-answer.js';
import type { Problem } from './problem.js';

/** What the questions that are asked still need; one that is hidden asks nothing. */
export function answerProblems({ answers }: DraftProposal, form: ProposalForm): Problem[] {
  const shown = shownQuestions(form, answers);
  return form.sections
    .filter(({ part }) => part === undefined)
    .flatMap((section) =>
      section.questions
        .filter(({ key }) => shown.has(key))
        .flatMap((question) => problemOf(section, question, answers[question.key])),
    );
}

function problemOf(section: FormSection, question: Question, value: AnswerValue | undefined): Problem[] {
  const { key, title, required, rowsMin } = question;
  const problem = (code: string, data = {}): Problem[] => [
    { part: answersPart(section.key), field: `answers[${key}]`, code, data: { question: title, ...data } },
  ];
  if (!isAnswered(value)) return required ? problem('answer') : [];
  if (question.kind === 'table' && rowsMin && (value as unknown[]).length < rowsMin)
    return problem('rows', { rowsMin });
  // Kept under an earlier version of the form: it may fit the question no longer.
  return fits(question, value) && readAnswer(question, retyped(question, value!)).errors.length === 0
    ? []
    : problem('answer-unfit');
}

/** A kept value as it would be typed. */
function retyped({ kind }: Question, value: AnswerValue): unknown {
  if (kind === 'money' && typeof value === 'number') return (value / 100).toFixed(2);
  return kind === 'table' || kind === 'date' ? null : value;
}

/** A file is asked for by a question of the section of files. */
export function fileProblems({ answers, files }: DraftProposal, form: ProposalForm): Problem[] {
  const shown = shownQuestions(form, answers);
  const asked = form.sections.find(({ part }) => part === 'files')?.questions ?? [];
  const infected = files
    .filter(({ scan }) => scan === 'infected')
    .map(({ kind, name }): Problem => ({
      part: 'files',
      field: `file-${kind}`,
      code: 'infected-file',
      data: { name },
    }));
  const missing = asked
    .filter(({ key, required }) => required && shown.has(key) && !files.some((file) => file.kind === key))
    .map(({ key, title }): Problem => ({
      part: 'files',
      field: `file-${key}`,
      code: 'file',
      data: { question: title },
    }));
  return [...infected, ...missing];
}
