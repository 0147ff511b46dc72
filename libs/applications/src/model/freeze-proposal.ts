import type { Lang } from '#libs/platform/access';
import {
  inLang,
  questionOf,
  shownQuestions,
  type BudgetRules,
  type ProposalForm,
  type TargetGroup,
} from '#libs/competitions';
import { frozenAnswer } from './answer-words.js';
import { sumsOf } from './budget.js';
import type { DraftProposal } from './draft-proposal.js';
import type { BudgetLine, FrozenFile, FrozenProposal } from './frozen-proposal.js';
import { reachInWords } from './reach.js';

/** What stands beside the draft in a submission. */
export interface Setting {
  language: Lang;
  competition: FrozenProposal['competition'];
  organisation: FrozenProposal['organisation'];
  form: ProposalForm;
  budgetRules: BudgetRules;
  priorities: readonly { id: string; title: string }[];
  targetGroups: readonly TargetGroup[];
}

/**
 * The words of a checked draft as they are submitted: each answer beside its question, in the language of the form
 * the person filled in. Questions left empty are kept too: it was seen that they were left empty;
 * those that were not asked are not, whatever was answered there before.
 */
export function freezeProposal(draft: DraftProposal, setting: Setting): FrozenProposal {
  const { language, competition, organisation, form, budgetRules, priorities, targetGroups } = setting;
  return {
    ...{ language, competition, organisation, title: draft.title },
    priority: priorities.find(({ id }) => id === draft.priorityId)?.title ?? '',
    startOn: draft.startOn!,
    endOn: draft.endOn!,
    ...(targetGroups.length > 0 && { reach: reachInWords(targetGroups, draft.reach, language) }),
    sections: frozenSections(draft.answers, form, language),
    activities: draft.activities,
    budget: { lines: draft.lines.map((line) => withGroupWords(line, budgetRules, language)), ...sumsOf(draft.lines) },
    indicators: draft.indicators,
    files: draft.files.map(({ id: _id, scan: _scan, scanFound: _found, ...file }) =>
      withQuestion(file, form, language),
    ),
  };
}

/** The group of costs in words: it may be renamed in next year's competition. */
function withGroupWords(line: BudgetLine, { groups }: BudgetRules, lang: Lang): BudgetLine {
  const group = groups.find(({ key }) => key === line.group);
  return group ? { ...line, category: (lang === 'en' && group.titleEn) || group.title } : line;
}

function withQuestion(file: FrozenFile, form: ProposalForm, lang: Lang): FrozenFile {
  const question = questionOf(form, file.kind);
  return question ? { ...file, question: inLang(question.title, lang) } : file;
}

function frozenSections(answers: DraftProposal['answers'], form: ProposalForm, lang: Lang): FrozenProposal['sections'] {
  const shown = shownQuestions(form, answers);
  const asking = form.sections.filter(({ part, questions }) => part === undefined && questions.length > 0);
  return asking.map((section) => ({
    key: section.key,
    title: inLang(section.title, lang),
    answers: section.questions
      .filter(({ key }) => shown.has(key))
      .map((one) => frozenAnswer(one, answers[one.key], lang)),
  }));
}
