import type { Lang } from '#libs/platform/access';
import type { ProposalForm } from '#libs/competitions';
import { sumsOf } from './budget.js';
import type { DraftProposal } from './draft-proposal.js';
import type { FrozenProposal } from './frozen-proposal.js';

/** What stands beside the draft in a submission. */
export interface Setting {
  language: Lang;
  competition: FrozenProposal['competition'];
  organisation: FrozenProposal['organisation'];
  form: ProposalForm;
  priorities: readonly { id: string; title: string }[];
}

/**
 * The words of a checked draft as they are submitted: each answer beside its question, in the language of the form
 * the person filled in. Questions left empty are kept too: it was seen that they were left empty.
 */
export function freezeProposal(draft: DraftProposal, setting: Setting): FrozenProposal {
  const { language, competition, organisation, form, priorities } = setting;
  return {
    ...{ language, competition, organisation, title: draft.title },
    priority: priorities.find(({ id }) => id === draft.priorityId)?.title ?? '',
    startOn: draft.startOn!,
    endOn: draft.endOn!,
    sections: frozenSections(draft.answers, form, language),
    activities: draft.activities,
    budget: { lines: draft.lines, ...sumsOf(draft.lines) },
    indicators: draft.indicators,
    files: draft.files.map(({ id: _id, ...file }) => file),
  };
}

function frozenSections(answers: DraftProposal['answers'], form: ProposalForm, lang: Lang): FrozenProposal['sections'] {
  return form.sections.map((section) => ({
    key: section.key,
    title: section.title[lang],
    answers: section.questions.map(({ key, title, options }) => {
      const typed = answers[key] ?? '';
      const chosen = options?.find(({ value }) => value === typed);
      return { key, question: title[lang], answer: chosen ? chosen.title[lang] : typed };
    }),
  }));
}
