import { choicesOf, defineList } from '#libs/platform/http';
import { identityPaths } from '../paths.js';
import { ORGANISATION_MARKS, type OrganisationLine } from '../queries/organisations-of-system.js';

const TONES = { verified: 'success', 'not-verified': 'progress', liquidated: 'danger', merged: 'closed' } as const;

/** Every organisation, for administrators. */
export const organisationsList = defineList<OrganisationLine>({
  name: 'organisations',
  title: 'identity:organisations.title',
  search: { label: 'identity:organisations.search', kept: 'searchForm' },
  filters: [
    {
      name: 'mark',
      label: 'identity:organisations.mark',
      any: 'identity:organisations.anyMark',
      choices: choicesOf(ORGANISATION_MARKS, 'identity:organisations.marks.'),
    },
  ],
  columns: [
    {
      key: 'shortName',
      phrase: 'identity:organisation.shortName',
      href: (row) => identityPaths.organisationOfSystem(row.id),
      isHeading: true,
    },
    { key: 'name', phrase: 'identity:organisation.name', under: 'shortName' },
    { key: 'edrpou', phrase: 'identity:organisation.edrpou' },
    { key: 'settlement', phrase: 'identity:organisation.settlement' },
    {
      key: 'mark',
      phrase: 'identity:organisations.mark',
      kind: 'state',
      words: 'identity:organisations.marks.',
      tone: (row) => TONES[row.mark],
    },
  ],
  order: '"shortName" collate "uk-x-icu", id',
});
