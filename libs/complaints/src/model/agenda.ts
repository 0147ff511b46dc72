import { phrase } from '#libs/platform/phrases';
import { COMPLAINT, type Answer } from './answer.js';

// What the commission votes on goes into the minutes: always in Ukrainian.
const t = (key: string, data: Record<string, unknown> = {}) => phrase('uk', `complaints:agenda.${key}`, data);

/** The session with its one item: what the answer to the complaint changes in the rating. */
export function agendaOf(
  competitionTitle: string,
  complaint: { id: string; number: string; title: string; registerCode: string; organisationName: string },
  answer: Pick<Answer, 'number'>,
  effect: readonly string[],
  path: string,
) {
  const { id, number, title, registerCode, organisationName } = complaint;
  return {
    ...{ bodyName: t('body', { title: competitionTitle }), subject: t('subject', { number }) },
    items: [
      {
        ...{ kind: COMPLAINT, subjectId: id, path },
        title: t('title', { number, organisation: organisationName, title, code: registerCode }),
        proposal: t('proposal', { answer: answer.number, effect: effect.join('; ') || t('noEffect') }),
      },
    ],
  };
}
