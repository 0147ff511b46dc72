import type { Context } from '#libs/platform/access';
import { freezeProposal } from '../model/freeze-proposal.js';
import type { ApplicationForWriting } from '../queries/application-for-writing.js';
import { contentInWords } from './content-in-words.js';

/** What is being written, as it will be read once it is submitted. */
export function asItWillBe(
  { application, settings, draft }: Pick<ApplicationForWriting, 'application' | 'settings' | 'draft'>,
  ctx: Context,
) {
  const content = freezeProposal(draft, {
    ...{ language: ctx.lang, form: settings.form, priorities: settings.priorities },
    ...{ budgetRules: settings.budgetRules, targetGroups: settings.targetGroups },
    competition: { code: settings.code ?? '', title: settings.title },
    organisation: { name: application.organisationName, edrpou: '' },
  });
  return contentInWords(content, ctx.lang);
}
