import { holds, type Policy } from '#libs/platform/access';
import type { Scope } from '../model/editable-text.js';

const AUTHORS = ['officer', 'director'] as const;

/** Who words what. One person is enough: see decision 0016. */
export const wordsPolicy: Policy<'see' | 'edit', { scope: Scope }> = {
  see: {
    sentence: 'Слова органу бачать його працівник і керівник, слова всього сайту — адміністратор.',
    allows: (actor, { scope }) =>
      scope === null ? holds(actor, ['administrator']) : actor.grants.some(isAuthorOf(scope)),
  },
  edit: {
    sentence: 'Працівник або керівник органу змінює листи й підказки свого органу, адміністратор — усього сайту.',
    allows: (actor, { scope }) =>
      scope === null ? holds(actor, ['administrator']) : actor.grants.some(isAuthorOf(scope)),
    refusal: 'words.authors-only',
  },
};

const isAuthorOf =
  (scope: string) =>
  ({ role, scopeId }: { role: string; scopeId: string | null }): boolean =>
    (AUTHORS as readonly string[]).includes(role) && scopeId === scope;
