import { choicesOf, defineList } from '#libs/platform/http';
import { ROLES } from '../model/roles.js';
import { identityPaths } from '../paths.js';
import type { PersonLine } from '../queries/people-of-system.js';

const TONES = { active: 'success', invited: 'progress', disabled: 'closed' };

/** Everybody who has an account or an invitation. */
export const peopleList = defineList<PersonLine>({
  name: 'people',
  title: 'identity:people.title',
  search: { label: 'identity:people.search', kept: 'searchForm' },
  filters: [
    { name: 'role', label: 'identity:people.roles', any: 'identity:people.any', choices: holders() },
    {
      name: 'account',
      label: 'identity:people.account',
      any: 'identity:people.any',
      choices: choicesOf(Object.keys(TONES), 'identity:people.accounts.'),
    },
  ],
  columns: [
    {
      key: 'fullName',
      phrase: 'identity:field.fullName',
      sort: '"nameInFull" collate "uk-x-icu"',
      href: ({ id }) => identityPaths.person(id),
      isHeading: true,
    },
    { key: 'email', phrase: 'identity:field.email' },
    {
      key: 'roles',
      phrase: 'identity:people.roles',
      value: ({ roles }, { t }) =>
        roles.map((role) => t(`identity:role.${role}`)).join(', ') || t('identity:people.noRoles'),
    },
    {
      key: 'account',
      phrase: 'identity:people.account',
      kind: 'state',
      words: 'identity:people.accounts.',
      tone: ({ account }) => TONES[account],
    },
  ],
  order: '"nameInFull" collate "uk-x-icu", id',
});

function holders() {
  const worded = choicesOf(Object.keys(ROLES), 'identity:role.');
  return Object.fromEntries(
    Object.entries(worded).map(([role, one]) => [role, { ...one, sql: `'${role}' = any(roles)` }]),
  );
}
